import { mainNamespace, namespaceOf } from "#lab-kit/observation.ts";
import { ghostEnds } from "./ghost-ends.ts";
import type { Placed } from "./observation-links.ts";
import { withOwnWords } from "./own-word.ts";

/** A stretch of a lane without a connection; an absent end reaches to the edge of the drawing. */
export interface Outage {
  lane: string;
  fromMs: number | undefined;
  toMs: number | undefined;
}

/**
 * Where lanes were not connected, after `startMs`. A lane whose first word is `connected` was not,
 * until then.
 */
export const outagesOf = (placed: readonly Placed[], startMs: number): Outage[] =>
  outages(placed)
    .filter(({ toMs }) => toMs === undefined || toMs > startMs)
    .map(({ lane, fromMs, toMs }) => ({
      lane,
      fromMs: fromMs !== undefined && fromMs < startMs ? undefined : fromMs,
      toMs,
    }));

const outages = (placed: readonly Placed[]): Outage[] => {
  const found: Outage[] = [];
  const state = new Map<string, Outage | "connected">();
  const ghosts = ghostEnds(placed);
  for (const { observation, drawMs } of withOwnWords(placed)) {
    if (ghosts.has(observation)) continue;
    const { what, where: lane } = observation;
    // Whoever leaves another namespace is still connected.
    if (namespaceOf(observation) !== mainNamespace) continue;
    const before = state.get(lane);
    if (what === "disconnected" && (before === undefined || before === "connected")) {
      const outage: Outage = { lane, fromMs: drawMs, toMs: undefined };
      state.set(lane, outage);
      found.push(outage);
    } else if (what === "connected" && before !== "connected") {
      if (before) before.toMs = drawMs;
      else found.push({ lane, fromMs: undefined, toMs: drawMs });
      state.set(lane, "connected");
    }
  }
  return found;
};
