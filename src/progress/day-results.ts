import type { DayOf } from "./days.ts";
import type { Try } from "./format.ts";

/** How the first try at an item went on one day. */
export interface DayResult {
  day: number;
  right: boolean;
  confidence: Try["confidence"];
}

/**
 * The first try of each day, oldest first. It shows what was remembered; the later ones of that day
 * follow its feedback. Tries that carry a day after `today` are left out: some clock was wrong.
 */
export const dayResults = (tries: readonly Try[], dayOf: DayOf, today: number): DayResult[] => {
  const byDay = new Map<number, DayResult>();
  for (const { atIso, right, confidence } of tries) {
    const day = dayOf(Date.parse(atIso));
    if (day <= today && !byDay.has(day)) byDay.set(day, { day, right, confidence });
  }
  return [...byDay.values()].sort((one, other) => one.day - other.day);
};
