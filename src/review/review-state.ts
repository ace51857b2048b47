import { type Bank, itemsOf } from "#progress/bank.ts";
import type { DueNotes } from "#progress/due-notes.ts";
import type { Progress } from "#progress/format.ts";
import { dueDayOf } from "#progress/schedule.ts";
import { type Calendar, dueToday, type Standing, standingsOf } from "#progress/standing.ts";
import { triesOf } from "#progress/tries.ts";
import { type DueItem, inOrder } from "./session.ts";

/** Where the reader stands today. */
export interface ReviewState {
  today: number;
  /** What is due, in the order of asking. */
  due: readonly DueItem[];
  answeredCount: number;
  /** The next day on which something is due, and how much by then; undefined when nothing waits. */
  next: { day: number; count: number } | undefined;
  /** Items with an answer that carries a day after today. */
  futureCount: number;
  /** Kept answers to questions that were removed, or whose key has changed since. */
  staleCount: number;
}

const nextOf = (standings: readonly Standing[], today: number): ReviewState["next"] => {
  const later = standings.map(({ dueDay }) => dueDay).filter((day) => day > today);
  if (later.length === 0) return undefined;
  const day = Math.min(...later);
  return { day, count: later.filter((each) => each === day).length };
};

const standingsIn = (bank: Bank, progress: Progress, calendar: Calendar): Standing[] =>
  standingsOf(itemsOf(bank), progress, calendar, (_, results) => dueDayOf(results));

/** Works out by the scheduler what is due. */
export const reviewState = (bank: Bank, progress: Progress, calendar: Calendar): ReviewState => {
  const standings = standingsIn(bank, progress, calendar);
  const answeredCount = itemsOf(bank).filter(
    ({ id, hash }) => triesOf(progress, id, hash).length > 0,
  ).length;
  const lessonOf = new Map(
    bank.lessons.flatMap((lesson) => lesson.items.map(({ id }) => [id, lesson] as const)),
  );
  const due = dueToday(standings, calendar).flatMap((standing) => {
    const lesson = lessonOf.get(standing.item.id);
    return lesson ? [{ ...standing, lesson }] : [];
  });
  return {
    today: calendar.today,
    due: inOrder(due),
    answeredCount,
    next: nextOf(standings, calendar.today),
    futureCount: standings.filter(({ hasFutureTry }) => hasFutureTry).length,
    staleCount: Object.keys(progress.items).length - answeredCount,
  };
};

/** What other pages are told of it. */
export const dueNotesOf = (bank: Bank, progress: Progress, calendar: Calendar): DueNotes =>
  Object.fromEntries(
    standingsIn(bank, progress, calendar).flatMap(({ item, results, last, dueDay }) =>
      last ? [[item.id, [results.length, last.day, dueDay] as const]] : [],
    ),
  );

/** The day on which an item comes back, as things stand. */
export const comesBack = (
  bank: Bank,
  progress: Progress,
  calendar: Calendar,
  itemId: string,
): number | undefined =>
  standingsIn(bank, progress, calendar).find(({ item }) => item.id === itemId)?.dueDay;
