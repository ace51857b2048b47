import { describe, expect, it } from "vitest";
import { choiceSource, multiSource, predictSource } from "./items.fixture.ts";
import { quizFile } from "./schema.ts";

const messagesOf = (...items: unknown[]): string[] => {
  const read = quizFile.safeParse({ lesson: "emitting", items });
  return read.success ? [] : read.error.issues.map((issue) => issue.message);
};

const withCorrect = (source: typeof choiceSource, ...ids: string[]) => ({
  ...source,
  options: source.options.map((option) => ({ ...option, correct: ids.includes(option.id) })),
});

describe("the schema of a quiz file", () => {
  it("takes one item of each kind", () => {
    expect(messagesOf(choiceSource, multiSource, predictSource)).toEqual([]);
  });

  it("refuses a choice with no correct option, or two", () => {
    const message = "a choice has exactly one correct option";
    expect(messagesOf(withCorrect(choiceSource))).toEqual([message]);
    expect(messagesOf(withCorrect(choiceSource, "server", "others"))).toEqual([message]);
  });

  it("refuses a choice with two options or five", () => {
    const [first, second] = choiceSource.options;
    const two = { ...choiceSource, options: [first, second] };
    const more = ["x", "y"].map((id) => ({ id, text: id, feedback: "Note." }));
    const five = { ...choiceSource, options: [...choiceSource.options, ...more] };
    expect(messagesOf(two)).toEqual(["a choice has 3 or 4 options"]);
    expect(messagesOf(five)).toEqual(["a choice has 3 or 4 options"]);
  });

  it("refuses a multi with no correct option, or only correct ones", () => {
    expect(messagesOf(withCorrect(multiSource))).toEqual([
      "a multi has at least one correct option",
    ]);
    expect(messagesOf(withCorrect(multiSource, "a", "b", "c", "d"))).toEqual([
      "a multi has at least one option that is not correct",
    ]);
  });

  it("refuses a stored key in a predict", () => {
    const keyed = predictSource.options.map((option) => ({ ...option, correct: true }));
    expect(messagesOf({ ...predictSource, options: keyed }).join()).toContain("correct");
  });

  it("refuses an option without feedback", () => {
    const options = choiceSource.options.map(({ feedback: _, ...option }) => option);
    expect(messagesOf({ ...choiceSource, options })).toHaveLength(3);
  });

  it("refuses an id that is used twice, for items and for options", () => {
    expect(messagesOf(choiceSource, choiceSource)).toEqual([
      "two items of this file have the same id",
    ]);
    const [first, second, third] = multiSource.options;
    const options = [first, second, third, third];
    expect(messagesOf({ ...multiSource, options })).toEqual([
      "two options of one item have the same id",
    ]);
  });

  it("refuses an unknown kind and an unknown property by name", () => {
    expect(messagesOf({ ...choiceSource, kind: "guess" })).toEqual([
      "kind is one of choice, multi, predict",
    ]);
    expect(messagesOf({ ...choiceSource, hint: "x" }).join()).toContain('"hint"');
  });

  it("asks for one to three hints", () => {
    expect(messagesOf({ ...choiceSource, hints: [] })).toEqual(["one hint at least"]);
    expect(messagesOf({ ...choiceSource, hints: ["one", "two", "three", "four"] })).toEqual([
      "three hints at most",
    ]);
  });

  it("says what see may be", () => {
    expect(messagesOf({ ...choiceSource, see: { lab: "emit" } })).toEqual([
      'see is { lab, preset } or { anchor: "#heading" }',
    ]);
  });
});
