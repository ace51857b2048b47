import { expect, test } from "vitest";
import type { Progress } from "#progress/format.ts";
import { lessonProgress } from "./lesson-progress.ts";

const tried = (...rights: boolean[]) => ({
  hash: "h",
  tries: rights.map((right) => ({
    ...{ atIso: "2026-11-23T09:12:44.120Z", right, confidence: "sure" as const, chosen: [] },
  })),
});

const of = (items: Progress["items"]): Progress => ({ format: 1, items });

test("a lesson is done when each of its items was once right", () => {
  expect(lessonProgress(["a", "b"], of({ a: tried(false, true), b: tried(true, false) }))).toBe(
    "all",
  );
});

test("a lesson is begun when one of its items was tried, right or wrong", () => {
  expect(lessonProgress(["a", "b"], of({ a: tried(false) }))).toBe("some");
  expect(lessonProgress(["a", "b"], of({ a: tried(true) }))).toBe("some");
});

test("items of other lessons and lessons without items leave a lesson untouched", () => {
  expect(lessonProgress(["a"], of({ z: tried(true) }))).toBe("none");
  expect(lessonProgress([], of({ z: tried(true) }))).toBe("none");
});
