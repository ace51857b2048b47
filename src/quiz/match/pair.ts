import type { MatchItem } from "../item.ts";
import type { Answer } from "../kind.ts";

/** One pair as a part of an answer. Ids hold no equals sign. */
export const pairOf = (left: string, right: string): string => `${left}=${right}`;

/** The right side that an answer gives to a left one; empty while it gives none. */
export const rightOf = (answer: Answer, left: string): string =>
  answer.find((pair) => pair.startsWith(`${left}=`))?.slice(left.length + 1) ?? "";

/** The answer with a left side paired anew; an empty `right` takes its pair away. */
export const withPair = (answer: Answer, left: string, right: string): Answer => {
  const others = answer.filter((pair) => !pair.startsWith(`${left}=`));
  return right === "" ? others : [...others, pairOf(left, right)];
};

/** The right pair of each left side. */
export const keyOf = (item: MatchItem): Answer =>
  item.left.map((left) => pairOf(left.id, left.right));

/** The text of a right side. */
export const rightText = (item: MatchItem, id: string): string =>
  item.right.find((right) => right.id === id)?.text ?? "";
