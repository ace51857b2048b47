import { expect, it } from "vitest";
import { exportProgress, maxFileBytes, readProgressFile } from "./exchange.ts";
import { noProgress, type Progress } from "./format.ts";
import { salvageProgress } from "./parse.ts";
import { progressOf, tryAt } from "./progress.fixture.ts";
import { handedIn, lessonResults } from "./result.ts";

const item = (id: string) => ({ id, hash: "h1", objective: "framing", kind: "choice" });
const bank = {
  lessons: [
    { slug: "tcp", title: "TCP", objectives: ["framing"], items: [item("item-a"), item("item-b")] },
    { slug: "udp", title: "UDP", objectives: ["loss"], items: [] },
  ],
};
const progress: Progress = {
  ...noProgress,
  items: {
    "item-a": { hash: "h1", tries: [tryAt(1), tryAt(5, true)] },
    "item-b": { hash: "h1", tries: [tryAt(3, true)] },
    gone: { hash: "h1", tries: [tryAt(2)] },
  },
};

it("counts objectives, questions, tries and dates of each lesson", () => {
  expect(lessonResults(bank, progress)[0]).toEqual({
    lesson: "tcp",
    title: "TCP",
    objectives: [{ id: "framing", state: "met" }],
    questions: 2,
    answered: 2,
    right: 2,
    tries: 3,
    firstIso: tryAt(1).atIso,
    lastIso: tryAt(5).atIso,
  });
});

it("hands in the lessons that were begun, under the reader's name", () => {
  const result = handedIn(" Ada ", "2026-11-24T10:00:00.000Z", lessonResults(bank, progress));
  expect(result).toMatchObject({ kind: "wirebook-result", format: 1, name: "Ada" });
  expect(result.lessons.map(({ lesson }) => lesson)).toEqual(["tcp"]);
});

it("refuses a file of ten megabytes before it is read", () => {
  const large = " ".repeat(10_000_000);
  expect(readProgressFile(large)).toEqual({ ok: false, failure: "too-large" });
});

it("takes a file with every question of the site and all tries that are kept", () => {
  const tries = Array.from({ length: 20 }, (_, minute) => ({
    ...tryAt(minute),
    chosen: ["one-option-of-this", "another-option"],
  }));
  const items = Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [
      `a-lesson-a-question-${index}`,
      { hash: "h", tries },
    ]),
  );
  const text = exportProgress({ format: 1, items });
  expect(text.length).toBeLessThan(maxFileBytes);
  expect(readProgressFile(text)).toMatchObject({ ok: true });
});

it("keeps of a damaged text what can be read", () => {
  const good = progressOf("h1", tryAt(1));
  const text = JSON.stringify({ ...good, items: { ...good.items, bad: { hash: 1, tries: [] } } });
  expect(salvageProgress(text)).toEqual(good);
  for (const broken of ["", "{", "null", '{"format":1,"items":7}', '{"format":9,"items":{}}']) {
    expect(salvageProgress(broken), broken).toEqual(noProgress);
  }
});
