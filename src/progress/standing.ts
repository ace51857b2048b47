import type { BankItem } from "./bank.ts";
import { type DayResult, dayResults } from "./day-results.ts";
import type { DayOf } from "./days.ts";
import type { Progress } from "./format.ts";
import { triesOf } from "./tries.ts";

/** One item that the reader has answered, and when it comes back. */
export interface Standing {
  item: BankItem;
  /** The last day on which it was asked; undefined when all its tries lie in the future. */
  last: DayResult | undefined;
  /** The first of them, one for each day. */
  results: readonly DayResult[];
  /** An item without a day that can be believed is due today. */
  dueDay: number;
  /** Some try carries a day after today: a clock was wrong then, or is now. */
  hasFutureTry: boolean;
}

/** What decides when an item comes back: the scheduler, or the quick rule. */
export type DueDayOf = (itemId: string, results: readonly DayResult[]) => number | undefined;

/** Today, and how days are counted. */
export interface Calendar {
  dayOf: DayOf;
  today: number;
}

const standingOf = (
  item: BankItem,
  progress: Progress,
  { dayOf, today }: Calendar,
  dueDayOf: DueDayOf,
): Standing | undefined => {
  const tries = triesOf(progress, item.id, item.hash);
  if (tries.length === 0) return undefined;
  const results = dayResults(tries, dayOf, today);
  return {
    item,
    results,
    last: results.at(-1),
    dueDay: dueDayOf(item.id, results) ?? today,
    hasFutureTry: tries.some(({ atIso }) => dayOf(Date.parse(atIso)) > today),
  };
};

/**
 * Every item of the bank that was answered and can be asked away from its lesson. Answers to removed
 * or changed questions are left out.
 */
export const standingsOf = (
  items: readonly BankItem[],
  progress: Progress,
  calendar: Calendar,
  dueDayOf: DueDayOf,
): Standing[] =>
  items
    .filter(({ needsLab }) => !needsLab)
    .flatMap((item) => standingOf(item, progress, calendar, dueDayOf) ?? []);

/** Those that are due by today. */
export const dueToday = (standings: readonly Standing[], { today }: Calendar): Standing[] =>
  standings.filter(({ dueDay }) => dueDay <= today);
