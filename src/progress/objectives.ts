import type { BankLesson } from "./bank.ts";
import type { Progress } from "./format.ts";
import { triesOf } from "./tries.ts";

/** Where a reader stands with one objective of a lesson. */
export type ObjectiveState = "open" | "begun" | "met";

/** Questions that have to be right before an objective counts as met. */
const neededRight = 2;

/**
 * An objective is met when two of its questions (or all, if it has fewer) are right, and none was
 * wrong when it was last answered. It can be lost again, by a wrong answer in a review.
 */
export const objectiveState = (
  lesson: BankLesson,
  objectiveId: string,
  progress: Progress,
): ObjectiveState => {
  const items = lesson.items.filter(({ objective }) => objective === objectiveId);
  const last = items.flatMap(({ id, hash }) => triesOf(progress, id, hash).at(-1) ?? []);
  const rightCount = last.filter(({ right }) => right).length;
  if (last.length === 0) return "open";
  const isMet = rightCount === last.length && rightCount >= Math.min(neededRight, items.length);
  return isMet ? "met" : "begun";
};

/** How many objectives of a lesson are met, and whether any of its questions was answered. */
export const lessonStanding = (
  lesson: BankLesson,
  progress: Progress,
): { metCount: number; objectiveCount: number; isBegun: boolean } => {
  const states = lesson.objectives.map((id) => objectiveState(lesson, id, progress));
  return {
    metCount: states.filter((state) => state === "met").length,
    objectiveCount: states.length,
    isBegun: states.some((state) => state !== "open"),
  };
};
