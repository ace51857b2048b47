import { FSRSAlgorithm } from "ts-fsrs";
import type { DayResult } from "./day-results.ts";

/** Nine of ten should still be known when they come back; nothing stays away for over half a year. */
const algorithm = new FSRSAlgorithm({
  request_retention: 0.9,
  maximum_interval: 180,
  enable_fuzz: false,
  enable_short_term: false,
});

const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const;
const gradeOfRight = { guess: grades.hard, fairly: grades.good, sure: grades.easy } as const;

/** FSRS's grade of a try: what was wrong is to be learned again, however sure the reader was. */
export const gradeOf = ({ right, confidence }: DayResult): number =>
  right ? gradeOfRight[confidence] : grades.again;

/**
 * The day on which an item comes back, by FSRS: replayed from all results, oldest first, so that
 * nothing of the model is stored. Undefined when there are none.
 */
export const dueDayOf = (results: readonly DayResult[]): number | undefined => {
  let memory: { difficulty: number; stability: number } | null = null;
  let due: number | undefined;
  let last: number | undefined;
  for (const result of results) {
    const elapsedDays = last === undefined ? 0 : result.day - last;
    memory = algorithm.next_state(memory, elapsedDays, gradeOf(result));
    due = result.day + algorithm.next_interval(memory.stability, elapsedDays);
    last = result.day;
  }
  return due;
};
