import type { MatchItem } from "../item.ts";
import type { Answer, Kind, ToHtml } from "../kind.ts";
import { MatchView } from "../match/MatchView.tsx";
import { markMatch } from "../match/mark-match.ts";
import { PlainMatch } from "../match/PlainMatch.tsx";
import { keyOf, rightOf } from "../match/pair.ts";
import { isSameSet } from "./is-same-set.ts";

const missing = (item: MatchItem, answer: Answer): string | undefined => {
  const open = item.left.length - answer.length;
  if (open > 0) return `choose for each; ${open} ${open === 1 ? "is" : "are"} open.`;
  if (item.repeats) return undefined;
  const chosen = item.left.map((left) => rightOf(answer, left.id));
  const twice = item.right.find(({ id }) => chosen.indexOf(id) !== chosen.lastIndexOf(id));
  return twice && `“${twice.text}” is chosen twice, and each belongs once.`;
};

const render = (item: MatchItem, toHtml: ToHtml): MatchItem => ({
  ...item,
  left: item.left.map((left) => ({
    ...left,
    text: toHtml(left.text),
    feedback: toHtml(left.feedback),
  })),
  right: item.right.map((right) => ({ ...right, feedback: toHtml(right.feedback) })),
  wrongPairs: item.wrongPairs.map((pair) => ({ ...pair, feedback: toHtml(pair.feedback) })),
});

/** Left sides to be paired with right sides. */
export const match: Kind<MatchItem> = {
  triesUntilKey: 2,
  button: "Check",
  words: {
    right: ["=", "Right."],
    wrong: ["≠", "Not this."],
    missed: ["→", "It belongs to"],
  },
  View: MatchView,
  Plain: PlainMatch,
  task: ({ repeats }) =>
    repeats ? "Choose for each. Some may belong more than once." : "Choose for each, each once.",
  missing,
  isSame: (_, one, other) => isSameSet(one, other),
  key: keyOf,
  mark: markMatch,
  verdict: ({ isRight, parts }) => {
    if (isRight) return "Right.";
    const marks = Object.values(parts);
    const rightCount = marks.filter((part) => part === "right").length;
    return `Not right: ${rightCount} of ${marks.length} pairs ${rightCount === 1 ? "is" : "are"}.`;
  },
  graded: (item) => [keyOf(item).toSorted(), item.right.map(({ id }) => id).toSorted()],
  render,
};
