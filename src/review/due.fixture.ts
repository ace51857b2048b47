import type { BankItem, BankLesson } from "#progress/bank.ts";
import type { DayResult } from "#progress/day-results.ts";
import type { DueItem } from "./session.ts";

/** Today in tests. */
export const today = 20_000;

/** A lesson without questions. */
export const lesson = (slug: string): BankLesson => ({
  slug,
  title: slug.toUpperCase(),
  objectives: ["o"],
  items: [],
});

/** An item that went like this on one day, and is due today. */
export const due = (
  id: string,
  slug: string,
  last: Partial<DayResult> = {},
  item: Partial<BankItem> = {},
): DueItem => {
  const result = { day: today - 1, right: false, confidence: "fairly" as const, ...last };
  return {
    lesson: lesson(slug),
    item: { id, hash: "h", objective: "o", kind: "choice", ...item },
    last: result,
    results: [result],
    dueDay: today,
    hasFutureTry: false,
  };
};
