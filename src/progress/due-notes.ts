import type { DayResult } from "./day-results.ts";
import { quickDueDay } from "./quick-due.ts";

/**
 * What `/review/` has worked out, for pages without the scheduler, kept in `localStorage` under
 * `wirebook:due`: by item, after how many days of tries, the last of them, and the day it is due.
 *
 * ```json
 * { "emitting-chat-echo": [2, 20784, 20790] }
 * ```
 *
 * Life cycle: written anew by `/review/` whenever it opens or an answer was given there; deleted
 * with the progress. It can be lost at any time: an entry that is missing, broken or out of date is
 * worked out by the quick rule.
 */
export type DueNotes = Readonly<Record<string, DueNote>>;
export type DueNote = readonly [dayCount: number, lastDay: number, dueDay: number];

/** Where the notes are kept. */
export const dueNotesKey = "wirebook:due";

type NotesHost = { localStorage: Pick<Storage, "getItem" | "setItem"> };

/** The notes that are kept; none where they cannot be read. */
export const readDueNotes = (host: NotesHost): DueNotes => {
  try {
    const data: unknown = JSON.parse(host.localStorage.getItem(dueNotesKey) ?? "{}");
    return typeof data === "object" && data !== null ? (data as DueNotes) : {};
  } catch {
    return {};
  }
};

/** Keeps notes. Where that is not possible, other pages go by the quick rule. */
export const writeDueNotes = (host: NotesHost, notes: DueNotes): void => {
  try {
    host.localStorage.setItem(dueNotesKey, JSON.stringify(notes));
  } catch {
    // Only a note: nothing of the reader is lost.
  }
};

const dueByNote = (note: unknown, results: readonly DayResult[]): number | undefined => {
  if (!Array.isArray(note)) return undefined;
  const [dayCount, lastDay, dueDay] = note;
  const isCurrent = dayCount === results.length && lastDay === results.at(-1)?.day;
  return isCurrent && Number.isFinite(dueDay) ? dueDay : undefined;
};

/** The day an item is due by its note, or by the quick rule when the note is not about these results. */
export const notedDueDay = (
  notes: DueNotes,
  itemId: string,
  results: readonly DayResult[],
): number | undefined =>
  dueByNote(Object.hasOwn(notes, itemId) ? notes[itemId] : undefined, results) ??
  quickDueDay(results);
