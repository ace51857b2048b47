import type { Answer } from "../kind.ts";

/** The longest run of steps that stand in the same order in both, others left out. */
export const inOrder = (answer: Answer, right: Answer): Answer => {
  const endingAt: Answer[] = [];
  for (const [index, id] of answer.entries()) {
    const before = endingAt
      .slice(0, index)
      .filter((run) => right.indexOf(run.at(-1) ?? "") < right.indexOf(id));
    endingAt.push([...longest(before), id]);
  }
  return longest(endingAt);
};

const longest = (runs: readonly Answer[]): Answer =>
  runs.reduce((best, run) => (run.length > best.length ? run : best), []);
