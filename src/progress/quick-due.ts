import type { DayResult } from "./day-results.ts";

/** FSRS's first intervals, in days. A test holds them against the library. */
const firstIntervalDays = { wrong: 1, guess: 1, fairly: 2, sure: 8 } as const;

/**
 * When an item comes back, for pages that do not load the scheduler: the same day as `dueDayOf`
 * after one day of tries, and after more of them the next day, which is never later.
 */
export const quickDueDay = (results: readonly DayResult[]): number | undefined => {
  const last = results.at(-1);
  if (!last) return undefined;
  if (results.length > 1) return last.day + 1;
  return last.day + firstIntervalDays[last.right ? last.confidence : "wrong"];
};
