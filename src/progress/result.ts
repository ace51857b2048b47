import type { Bank, BankLesson } from "./bank.ts";
import type { Progress, Try } from "./format.ts";
import { type ObjectiveState, objectiveState } from "./objectives.ts";
import { triesOf } from "./tries.ts";

/** A lesson's part of a result. */
export interface LessonResult {
  lesson: string;
  title: string;
  objectives: readonly { id: string; state: ObjectiveState }[];
  questions: number;
  answered: number;
  /** Questions whose newest answer is right. */
  right: number;
  tries: number;
  firstIso?: string;
  lastIso?: string;
}

/** What a reader hands in, as a file. Made by the browser of whoever it is about, and so not proved. */
export interface HandedIn {
  kind: "wirebook-result";
  format: 1;
  name: string;
  madeAtIso: string;
  lessons: readonly LessonResult[];
}

const lessonResult = (lesson: BankLesson, progress: Progress): LessonResult => {
  const tries = lesson.items
    .map(({ id, hash }) => triesOf(progress, id, hash))
    .filter((each): each is readonly [Try, ...Try[]] => each.length > 0);
  const times = tries.flatMap((each) => each.map(({ atIso }) => atIso)).sort();
  const [firstIso, lastIso] = [times[0], times.at(-1)];
  return {
    lesson: lesson.slug,
    title: lesson.title,
    objectives: lesson.objectives.map((id) => ({
      id,
      state: objectiveState(lesson, id, progress),
    })),
    questions: lesson.items.length,
    answered: tries.length,
    right: tries.filter((each) => each.at(-1)?.right).length,
    tries: times.length,
    ...(firstIso !== undefined && { firstIso }),
    ...(lastIso !== undefined && { lastIso }),
  };
};

/** Where the reader stands with each lesson. */
export const lessonResults = ({ lessons }: Bank, progress: Progress): LessonResult[] =>
  lessons.map((lesson) => lessonResult(lesson, progress));

/** A result as it is handed in: lessons that were begun. */
export const handedIn = (
  name: string,
  madeAtIso: string,
  results: readonly LessonResult[],
): HandedIn => ({
  kind: "wirebook-result",
  format: 1,
  name: name.trim(),
  madeAtIso,
  lessons: results.filter(({ answered }) => answered > 0),
});
