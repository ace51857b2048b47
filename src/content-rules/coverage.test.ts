import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { coverageOf } from "./coverage.ts";
import { readContent } from "./read-content.ts";
import { contentWith } from "./small-project.fixture.ts";

const FEWEST_ITEMS = 2;
/** The beliefs that the catalogue began with; later ones have higher numbers, with gaps. */
const LAST_REF = 91;

const root = fileURLToPath(new URL("../..", import.meta.url));

test("coverage is counted in the small project", () => {
  expect(coverageOf(contentWith(), 3)).toEqual({
    itemsOfObjectives: new Map([["waves/name-it", 9]]),
    missingRefs: ["M2", "M3"],
    misconceptions: [
      { id: "waves-carry-water", isRefuted: true, isDistractor: true, shownBy: "preset" },
    ],
  });
});

test("each objective has its items; each belief is refuted, a distractor, and shown or not", () => {
  const content = readContent(root, []);
  const { itemsOfObjectives, missingRefs, misconceptions } = coverageOf(content, LAST_REF);
  const counts = [...itemsOfObjectives.values()];
  const shownBy = (by: string) => misconceptions.filter((one) => one.shownBy === by).length;
  const tested = counts.filter((count) => count >= FEWEST_ITEMS).length;
  const refuted = misconceptions.filter(({ isRefuted }) => isRefuted).length;
  const distracting = misconceptions.filter(({ isDistractor }) => isDistractor).length;
  console.info(
    [
      `${content.lessons.length} lessons, ${content.quizzes.flatMap(({ items }) => items).length} items`,
      `${tested} of ${counts.length} objectives have ${FEWEST_ITEMS} items or more, the most ${Math.max(...counts)}`,
      `${misconceptions.length} misconceptions: ${refuted} refuted, ${distracting} named by a wrong answer`,
      `shown by a run ${shownBy("preset")}, by a program ${shownBy("snippet")}, not shown with a reason ${shownBy("nothing")}`,
    ].join("\n"),
  );
  expect(tested).toBe(counts.length);
  expect(refuted).toBe(misconceptions.length);
  expect(distracting).toBe(misconceptions.length);
  expect(shownBy("preset") + shownBy("snippet") + shownBy("nothing")).toBe(misconceptions.length);
  expect(missingRefs).toEqual([]);
});
