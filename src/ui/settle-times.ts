import type { Link, Placed } from "./observation-links.ts";

/** Keeps an effect behind its cause when both are drawn at one time. */
const orderMs = 1e-6;

const laneBefore = (placed: readonly Placed[]): [before: Placed, after: Placed][] => {
  const last = new Map<string, Placed>();
  return placed.flatMap((item) => {
    const before = last.get(item.observation.where);
    last.set(item.observation.where, item);
    return before ? [[before, item] satisfies [Placed, Placed]] : [];
  });
};

/**
 * Moves drawing times down until no arrow points upwards and no lane runs backwards. Two clocks
 * agree only within their error, so a measured arrival may lie before its sending; the figures in
 * `atMs` stay as they were measured.
 */
export const settleTimes = (placed: readonly Placed[], links: readonly Link[]): void => {
  const lanes = laneBefore(placed);
  let isSettled = false;
  // One pass carries a time at least one step further; a contradiction in a circle ends the loop.
  for (let pass = 0; pass <= placed.length && !isSettled; pass += 1) {
    isSettled = true;
    const lower = (item: Placed, leastMs: number) => {
      if (item.drawMs >= leastMs) return;
      item.drawMs = leastMs;
      isSettled = false;
    };
    for (const { from, to } of links) if (to) lower(to, from.drawMs + orderMs);
    for (const [before, after] of lanes) lower(after, before.drawMs);
  }
};
