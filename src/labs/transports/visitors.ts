import type { Observation } from "#lab-kit/observation.ts";
import { fetchName, shortStreams, socketName, type Visitor } from "./model.ts";
import type { SeenRun } from "./run-facts.ts";

/** Lane of each who came when the connections were taken. */
export const visitorLanes = { fetch: fetchName, websocket: socketName } as const satisfies Record<
  Visitor,
  string
>;

/** How one of them fared. All times are the server's. */
export interface Visit {
  visitor: Visitor;
  /** It reached the server while all six streams were open. */
  isThrough: boolean;
}

const atServerMs = (
  observations: readonly Observation[],
  matches: (seen: Observation) => boolean,
): number | undefined =>
  observations.find((seen) => seen.clock === "server" && matches(seen))?.atMs;

/** Who reached the server before the first of the six streams ended; empty while it is not known. */
export function visits({ observations }: SeenRun): Visit[] {
  const endedMs = atServerMs(
    observations,
    (seen) =>
      seen.what === "message-out" && seen.message === "end" && shortStreams.includes(seen.to),
  );
  return (Object.keys(visitorLanes) as Visitor[]).flatMap((visitor): Visit[] => {
    const cameMs = atServerMs(
      observations,
      (seen) => seen.what === "message-in" && seen.from === visitorLanes[visitor],
    );
    if (cameMs === undefined) return [];
    return [{ visitor, isThrough: endedMs === undefined || cameMs < endedMs }];
  });
}
