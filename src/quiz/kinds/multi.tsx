import type { MultiItem } from "../item.ts";
import type { Kind } from "../kind.ts";
import { Options } from "../Options.tsx";
import { ticks } from "./ticks.ts";
import { toggled } from "./toggled.ts";

const keyOf = (item: MultiItem) =>
  item.options.filter((option) => option.correct).map((option) => option.id);

const missing = (item: MultiItem, tickedCount: number): string | undefined => {
  const needed = keyOf(item).length;
  if (tickedCount === needed) return undefined;
  return `choose ${needed} options; you have ${tickedCount}.`;
};

/** Several of the options; the reader is told how many. */
export const multi: Kind<MultiItem> = {
  ...ticks<MultiItem>(),
  triesUntilKey: 2,
  button: "Check",
  words: {
    right: ["=", "Right."],
    wrong: ["≠", "Not this."],
    missed: ["→", "This belongs to the answer."],
  },
  View: (view) => <Options {...view} input="checkbox" tick={toggled} />,
  task: (item) => `Choose ${keyOf(item).length}.`,
  missing: (item, answer) => missing(item, answer.length),
  key: keyOf,
  verdict: ({ isRight, parts }) => {
    if (isRight) return "Right.";
    const marks = Object.values(parts).filter((part) => part !== "missed");
    const rightCount = marks.filter((part) => part === "right").length;
    return `Not right: ${rightCount} of your ${marks.length} ${rightCount === 1 ? "is" : "are"}.`;
  },
};
