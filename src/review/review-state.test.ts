import { expect, it } from "vitest";
import type { Bank } from "#progress/bank.ts";
import { noProgress, type Progress } from "#progress/format.ts";
import { dayText } from "./day-text.ts";
import { lesson, today } from "./due.fixture.ts";
import { Notes } from "./Notes.tsx";
import { reasonCounts, reasonText } from "./reason-text.ts";
import { comesBack, dueNotesOf, reviewState } from "./review-state.ts";

const dayMs = 86_400_000;
const calendar = { dayOf: (atMs: number) => Math.floor(atMs / dayMs), today };

const bank: Bank = {
  lessons: [
    {
      ...lesson("tcp"),
      items: ["a", "b", "c"].map((id) => ({ id, hash: "h", objective: "o", kind: "choice" })),
    },
  ],
};

const at = (day: number, right: boolean) => ({
  atIso: new Date(day * dayMs + 3_600_000).toISOString(),
  right,
  confidence: "sure" as const,
  chosen: [],
});

const progress: Progress = {
  ...noProgress,
  items: {
    a: { hash: "h", tries: [at(today - 1, false)] },
    b: { hash: "h", tries: [at(today, true)] },
    c: { hash: "before its key changed", tries: [at(today - 9, true)] },
    removed: { hash: "h", tries: [at(today - 9, true)] },
  },
};

it("knows what is due, what comes next, and what cannot be asked any more", () => {
  const state = reviewState(bank, progress, calendar);
  expect(state.due.map(({ item }) => item.id)).toEqual(["a"]);
  expect(state).toMatchObject({ answeredCount: 2, staleCount: 2, futureCount: 0 });
  expect(state.next).toEqual({ day: today + 8, count: 1 });
  expect(comesBack(bank, progress, calendar, "a")).toBe(today);
});

it("leaves to its lesson what can only be asked beside its lab, and does not call it gone", () => {
  const [first] = bank.lessons;
  const items = first?.items.map((item) => ({ ...item, needsLab: true as const })) ?? [];
  const state = reviewState({ lessons: [{ ...lesson("tcp"), items }] }, progress, calendar);
  expect(state).toMatchObject({ due: [], answeredCount: 2, staleCount: 2, next: undefined });
});

it("is empty before the first answer", () => {
  const state = reviewState(bank, noProgress, calendar);
  expect(state).toMatchObject({ due: [], answeredCount: 0, staleCount: 0, next: undefined });
});

it("notes for other pages what it has worked out", () => {
  expect(dueNotesOf(bank, progress, calendar)).toEqual({
    a: [1, today - 1, today],
    b: [1, today, today + 8],
  });
});

it("says why each question is asked, and how many for each reason", () => {
  const { due } = reviewState(bank, progress, calendar);
  expect(reasonText(due[0] as (typeof due)[number])).toMatch(
    /^You were sure, and it was not so: \w+day /,
  );
  expect(reasonCounts(due)).toEqual(["1 you were sure of and got wrong"]);
});

it("says a clock that was wrong, and when an answer was given cannot be told", () => {
  const ahead: Progress = {
    ...noProgress,
    items: { a: { hash: "h", tries: [at(today + 700, true)] } },
  };
  const state = reviewState(bank, ahead, calendar);
  expect(state.futureCount).toBe(1);
  expect(reasonText(state.due[0] as (typeof state.due)[number])).toContain("in the future");
  expect(Notes({ state, trouble: undefined })).toBeTruthy();
});

it("names days as seen from today", () => {
  expect(dayText(today, today)).toBe("today");
  expect(dayText(today + 1, today)).toBe("tomorrow");
  expect(dayText(today + 8, today)).toMatch(/^in 8 days, on \w+day \d+ \w+$/);
});
