import type { MatchItem } from "../item.ts";
import type { Answer, Mark } from "../kind.ts";
import { rightOf } from "./pair.ts";

type Left = MatchItem["left"][number];

const noteOn = (item: MatchItem, left: Left, given: string): string => {
  if (given === left.right) return left.feedback;
  const named = item.wrongPairs.find((pair) => pair.left === left.id && pair.right === given);
  return named?.feedback ?? item.right.find(({ id }) => id === given)?.feedback ?? "";
};

/** Marks each pair by its left side. */
export const markMatch = (item: MatchItem, answer: Answer): Mark => {
  const given = item.left.map((left) => ({ left, right: rightOf(answer, left.id) }));
  return {
    isRight: given.every(({ left, right }) => right === left.right),
    parts: Object.fromEntries(
      given.map(({ left, right }) => [left.id, right === left.right ? "right" : "wrong"]),
    ),
    notes: Object.fromEntries(given.map(({ left, right }) => [left.id, noteOn(item, left, right)])),
  };
};
