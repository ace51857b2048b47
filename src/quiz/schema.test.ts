import { describe, expect, it } from "vitest";
import {
  choiceSource,
  matchSource,
  multiSource,
  numberSource,
  orderSource,
  predictSource,
  textSource,
} from "./items.fixture.ts";
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
  it("says in which item a mistake stands, by its id if it has one", () => {
    const { id: _, ...nameless } = choiceSource;
    const items = [multiSource, { ...numberSource, accept: 15 }, nameless];
    const read = quizFile.safeParse({ lesson: "emitting", items });
    expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual([
      "items.sample-number.accept",
      "items.item 3.id",
    ]);
  });

  it("takes one item of each kind", () => {
    const ticked = [choiceSource, multiSource, predictSource];
    expect(messagesOf(...ticked, orderSource, matchSource, numberSource, textSource)).toEqual([]);
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

  it("takes the names that labs give their questions, and refuses a sentence", () => {
    expect(messagesOf({ ...predictSource, ask: "endsOn" })).toEqual([]);
    expect(messagesOf({ ...predictSource, ask: "who is it" })).toEqual([
      "an ask is a name in a lab's answers.ts",
    ]);
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
      "kind is one of choice, multi, predict, order, match, number, text, bytes",
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

  it("refuses an order with two steps, and further orders that lack one", () => {
    const two = { ...orderSource, steps: orderSource.steps.slice(0, 2), wrongPairs: [] };
    expect(messagesOf(two)).toEqual(["an order has 3 to 7 steps"]);
    expect(messagesOf({ ...orderSource, alsoRight: [["get", "answer"]] })).toContain(
      "alsoRight: each order names each step once",
    );
  });

  it("refuses a mixed-up pair that is in a right order", () => {
    const message = "wrongPairs: `first` comes after `second` in every right order";
    const pair = (first: string, second: string) => [{ first, second, feedback: "Note." }];
    expect(messagesOf({ ...orderSource, wrongPairs: pair("get", "frame") })).toEqual([message]);
    expect(messagesOf({ ...orderSource, wrongPairs: pair("get", "nothing") })).toEqual([message]);
    const alsoRight = [["answer", "get", "frame", "close"]];
    expect(messagesOf({ ...orderSource, alsoRight })).toEqual([message]);
  });

  it("refuses a match whose pairs do not exist, repeat, or are named as wrong", () => {
    const [first, second] = matchSource.left;
    const left = (right: string) => [{ ...first, right }, second];
    expect(messagesOf({ ...matchSource, left: left("two") })).toEqual([
      "left: `right` is the id of a right side",
    ]);
    expect(messagesOf({ ...matchSource, left: left("eight") })).toEqual([
      "a right side belongs to one left side; if not, say repeats: true",
    ]);
    expect(messagesOf({ ...matchSource, left: left("eight"), repeats: true })).toEqual([]);
    const wrongPairs = [{ left: "text", right: "one", feedback: "Note." }];
    expect(messagesOf({ ...matchSource, wrongPairs })).toEqual([
      "wrongPairs: two ids that do not belong together",
    ]);
  });

  it("refuses Markdown on a right side, which a browser's list would show as it is", () => {
    const [first, ...rest] = matchSource.right;
    const right = [{ ...first, text: "opcode `8`" }, ...rest];
    expect(messagesOf({ ...matchSource, right })).toEqual([
      "a right side is plain text: a browser's list shows it",
    ]);
  });

  it("refuses a likely wrong number that is accepted", () => {
    const accept = [{ from: 10, to: 15 }];
    expect(messagesOf({ ...numberSource, accept })).toEqual([
      "likely: a number there is accepted as right",
    ]);
    expect(messagesOf({ ...numberSource, accept: 15 })).toEqual(["accept is a list"]);
    expect(messagesOf({ ...numberSource, accept: [{ from: 3, to: 2 }] })).toEqual([
      "a range goes from the smaller to the larger number",
    ]);
  });

  it("refuses a text whose shown answer is wrong, or whose wrong answers are right", () => {
    expect(messagesOf({ ...textSource, answer: "socket" })).toEqual([
      "answer: it is not accepted as right",
    ]);
    const patterns = ["[the] Ephemeral-Port"];
    expect(messagesOf({ ...textSource, likely: [{ patterns, feedback: "Note." }] })).toEqual([
      "likely: a form there is accepted as right",
    ]);
    expect(messagesOf({ ...textSource, near: [{ patterns, nudge: "Nearly." }] })).toEqual([
      "near: a form there is accepted as right",
    ]);
  });

  it("says what is wrong with a pattern", () => {
    const near = (pattern: string) => [{ patterns: [pattern], nudge: "Nearly." }];
    expect(messagesOf({ ...textSource, near: near("[the port") })).toEqual([
      "pattern [the port: ] is missing",
    ]);
    expect(messagesOf({ ...textSource, near: near("[port]") })).toEqual([
      "pattern [port]: a pattern is never empty",
    ]);
  });
});
