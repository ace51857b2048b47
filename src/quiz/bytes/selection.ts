import type { Answer } from "../kind.ts";

const sorted = (answer: Iterable<string>): Answer =>
  [...answer].toSorted((one, other) => Number(one) - Number(other));

/** The selection with one byte added, or taken away when it was in it. */
export const withByte = (answer: Answer, at: number): Answer => {
  const id = `${at}`;
  return answer.includes(id) ? answer.filter((each) => each !== id) : sorted([...answer, id]);
};

/** The selection with all bytes from one to another. */
export const withRange = (answer: Answer, from: number, to: number): Answer => {
  const [first, last] = from < to ? [from, to] : [to, from];
  const range = Array.from({ length: last - first + 1 }, (_, index) => `${first + index}`);
  return sorted(new Set([...answer, ...range]));
};
