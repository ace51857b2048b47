import { expect, it } from "vitest";
import {
  type DueNotes,
  dueNotesKey,
  notedDueDay,
  readDueNotes,
  writeDueNotes,
} from "./due-notes.ts";
import { noProgress, type Progress } from "./format.ts";
import { progressOf, tryAt } from "./progress.fixture.ts";
import { dueToday, standingsOf } from "./standing.ts";

const dayOf = (atMs: number) => Math.floor(atMs / 86_400_000);
/** The day of `tryAt`. */
const monday = dayOf(Date.parse("2026-11-23T12:00:00Z"));
const on = (today: number) => ({ dayOf, today });

const item = { id: "item-a", hash: "h1", objective: "o", kind: "choice" };
const quick = (notes: DueNotes) => (id: string, results: Parameters<typeof notedDueDay>[2]) =>
  notedDueDay(notes, id, results);
const standAt = (progress: Progress, today: number, notes: DueNotes = {}) =>
  standingsOf([item], progress, on(today), quick(notes));

it("an item that was answered wrong is due the next day, and not before", () => {
  const progress = progressOf("h1", tryAt(1));
  expect(dueToday(standAt(progress, monday), on(monday))).toEqual([]);
  expect(dueToday(standAt(progress, monday + 1), on(monday + 1))).toHaveLength(1);
});

it("what happened later on the same day does not put it off", () => {
  const [standing] = standAt(progressOf("h1", tryAt(1), tryAt(2, true)), monday + 1);
  expect(standing?.dueDay).toBe(monday + 1);
});

it("items that were changed, removed or never answered do not stand", () => {
  expect(standAt(progressOf("another-hash", tryAt(1)), monday + 5)).toEqual([]);
  expect(standAt(noProgress, monday + 5)).toEqual([]);
  const removed = { ...noProgress, items: { gone: { hash: "h1", tries: [tryAt(1)] } } };
  expect(standAt(removed, monday + 5)).toEqual([]);
});

it("an item that can only be asked beside its lab does not stand", () => {
  const progress = progressOf("h1", tryAt(1));
  const beside = { ...item, needsLab: true as const };
  expect(standingsOf([beside], progress, on(monday + 5), quick({}))).toEqual([]);
});

it("an answer from the future is due at once, and says so", () => {
  const progress = progressOf("h1", tryAt(1));
  const [standing] = standAt(progress, monday - 300);
  expect(standing).toMatchObject({ dueDay: monday - 300, hasFutureTry: true, last: undefined });
});

it("an answer given now counts, although there is one from the future", () => {
  const now = { ...tryAt(1, true), atIso: "2026-11-20T09:00:00.000Z" };
  const [standing] = standAt(progressOf("h1", now, tryAt(1)), monday - 3);
  expect(standing).toMatchObject({ dueDay: monday - 1, hasFutureTry: true });
});

it("a note that is about these results is believed, and no other", () => {
  const progress = progressOf("h1", tryAt(1));
  const dueBy = (notes: unknown) => standAt(progress, monday, notes as DueNotes)[0]?.dueDay;
  expect(dueBy({ "item-a": [1, monday, monday + 7] })).toBe(monday + 7);
  for (const stale of [
    { "item-a": [2, monday, monday + 7] },
    { "item-a": [1, monday - 1, monday + 7] },
    { "item-a": [1, monday, "soon"] },
    { "item-a": "soon" },
    { "item-a": null },
    [],
  ]) {
    expect(dueBy(stale), JSON.stringify(stale)).toBe(monday + 1);
  }
});

it("notes that are broken or forbidden are no notes", () => {
  const kept = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  writeDueNotes({ localStorage }, { "item-a": [1, 2, 3] });
  expect(readDueNotes({ localStorage })).toEqual({ "item-a": [1, 2, 3] });
  for (const text of ["", "{", "null", "7"]) {
    kept.set(dueNotesKey, text);
    expect(readDueNotes({ localStorage })).toEqual({});
  }
  const forbidden = {
    get localStorage(): Storage {
      throw new DOMException("no", "SecurityError");
    },
  };
  expect(readDueNotes(forbidden)).toEqual({});
  expect(() => writeDueNotes(forbidden, {})).not.toThrow();
});
