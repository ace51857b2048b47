import { expect, test } from "vitest";
import { contentWith } from "../small-project.fixture.ts";
import { keysAreEven } from "./keys-are-even.ts";

const quiz = "content/quizzes/waves.yaml";
const LONG = "It bobs up and down on the spot";

/** A choice with four options; the key's place and text as given. */
const choice = (id: number, keyPlace: number, keyText: string): string => {
  const options = [0, 1, 2, 3].map((place) => {
    const isKey = place === keyPlace;
    const text = isKey ? keyText : `It travels in way ${place}`;
    return `      - { id: o${place}, text: "${text}", ${isKey ? "correct: true, " : ""}feedback: "So." }`;
  });
  return `  - id: waves-${id}\n    kind: choice\n    options:\n${options.join("\n")}\n`;
};

const found = (choices: readonly string[]) =>
  keysAreEven(contentWith({ [quiz]: `lesson: waves\nitems:\n${choices.join("")}` })).filter(
    ({ file }) => file === quiz,
  );

const EQUAL = "It bobs on the spot";
const places = [0, 1, 2, 3, 2, 1, 0, 3];

test("keys at all places, of the usual length, tell nothing", () => {
  expect(found(places.map((place, id) => choice(id, place, EQUAL)))).toEqual([]);
});

test("a place that has most of the keys is told, with what chance would give", () => {
  const choices = [1, 1, 1, 1, 1, 1, 2, 3].map((place, id) => choice(id, place, EQUAL));
  expect(found(choices)).toMatchObject([
    { line: 1, expected: expect.stringMatching(/^option 2 .* 2\.0 of 8 times$/), found: "6 times" },
  ]);
});

test("a place that never has the key is told, once there are enough items", () => {
  const choices = Array.from({ length: 15 }, (_, id) => choice(id, 1 + (id % 3), EQUAL));
  expect(found(choices)).toMatchObject([
    { expected: expect.stringMatching(/^option 1 /), found: "0 times" },
  ]);
});

test.each([
  ["longest", LONG],
  ["shortest", "It bobs"],
])("keys that are mostly the %s option are told", (which, text) => {
  const choices = places.map((place, id) => choice(id, place, id < 6 ? text : EQUAL));
  expect(found(choices)).toMatchObject([
    { expected: expect.stringContaining(`the ${which} option`), found: "6 times" },
  ]);
});

test("the whole bank is held against chance, too", () => {
  const files = Array.from({ length: 8 }, (_, file) => [
    `content/quizzes/waves-${file}.yaml`,
    `lesson: waves\nitems:\n${[1, 1, 0].map((place, id) => choice(id, place, EQUAL)).join("")}`,
  ]);
  expect(keysAreEven(contentWith(Object.fromEntries(files)))).toContainEqual(
    expect.objectContaining({ file: "content/quizzes", found: "17 times" }),
  );
});
