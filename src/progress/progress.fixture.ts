import type { Progress, Try } from "./format.ts";

/** A try at a minute of one morning. */
export const tryAt = (minute: number, right = false): Try => ({
  atIso: `2026-11-23T09:${String(minute).padStart(2, "0")}:00.000Z`,
  right,
  confidence: "fairly",
  chosen: ["server"],
});

/** Progress with one item, `item-a`. */
export const progressOf = (hash: string, ...tries: Try[]): Progress => ({
  format: 1,
  items: { "item-a": { hash, tries } },
});
