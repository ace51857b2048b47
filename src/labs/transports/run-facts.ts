import { type Clocks, type Observation, serverMs } from "#lab-kit/observation.ts";
import { errorBetweenMs } from "#ui/run-clock.ts";
import { newsCount, newsNumber } from "./model.ts";

/** When an item reached a lane, and how late that was. */
export interface Delay {
  number: number;
  ms: number;
  errorMs: number;
}

/** What one lane cost, and how soon it was told. */
export interface LaneFacts {
  /** Requests, as the server's socket saw them. */
  requests: number;
  upBytes: number;
  downBytes: number;
  delays: Delay[];
}

/** What facts are read from. */
export interface SeenRun {
  observations: readonly Observation[];
  /** A recording without clocks counts its page's clock as the server's. */
  clocks?: Clocks;
}

/** Whether the run has ended, as a whole or cut short. */
export const hasEnded = ({ observations }: SeenRun): boolean =>
  observations.some(({ what }) => what === "returned");

/** Whether all that belongs to the run has happened and has been told. */
export const isOver = (run: SeenRun): boolean =>
  hasEnded(run) && (newsIn(run) === newsCount || isAboutConnections(run));

const newsIn = ({ observations }: SeenRun): number =>
  observations.filter((seen) => seen.what === "emitted" && newsNumber(seen.event)).length;

const isAboutConnections = ({ observations }: SeenRun): boolean =>
  observations.some((seen) => seen.what === "message-in" && seen.message.startsWith("GET hold"));

/** What was seen of one lane. */
export function laneFacts(run: SeenRun, lane: string): LaneFacts {
  const counted = run.observations.flatMap((seen) =>
    seen.what === "counted" && seen.where === lane ? [seen] : [],
  );
  const bytes = (way: "up" | "down") =>
    counted.reduce((sum, seen) => sum + (seen.way === way ? seen.sizeBytes : 0), 0);
  return {
    requests: new Set(counted.map(({ connection, exchange }) => `${connection} ${exchange}`)).size,
    upBytes: bytes("up"),
    downBytes: bytes("down"),
    delays: delaysOf(run, lane),
  };
}

/** From the moment an item happened, on the server's clock, to its message here. */
function delaysOf({ observations, clocks = {} }: SeenRun, lane: string): Delay[] {
  const madeMs = new Map<number, number>();
  for (const seen of observations) {
    const number = seen.what === "emitted" ? newsNumber(seen.event) : undefined;
    if (number !== undefined) madeMs.set(number, serverMs(seen, clocks));
  }
  return observations.flatMap((seen): Delay[] => {
    if (seen.what !== "message-in" || seen.where !== lane) return [];
    const number = newsNumber(seen.message);
    const sinceMs = number === undefined ? undefined : madeMs.get(number);
    if (number === undefined || sinceMs === undefined) return [];
    const errorMs = errorBetweenMs("server", seen.clock, clocks);
    return [{ number, ms: serverMs(seen, clocks) - sinceMs, errorMs }];
  });
}

/** Mean of the delays; `undefined` when there are none. */
export const meanMs = (delays: readonly Delay[]): number | undefined =>
  delays.length === 0 ? undefined : delays.reduce((sum, { ms }) => sum + ms, 0) / delays.length;
