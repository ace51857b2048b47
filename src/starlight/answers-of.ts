import type { Answers, AnswersOf } from "#quiz/lab-run.ts";

const loaders = import.meta.glob<Record<string, unknown>>("../labs/*/answers.ts");

const isAnswers = (value: unknown): value is Answers =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((answer) => typeof answer === "function");

/** Loads `answers` of src/labs/<lab>/answers.ts when it is needed. Rejects when there is none. */
export const answersOf: AnswersOf = async (lab) => {
  const answers = (await loaders[`../labs/${lab}/answers.ts`]?.())?.answers;
  if (!isAnswers(answers)) {
    throw new Error(`src/labs/${lab}/answers.ts: an object of functions named "answers" is needed`);
  }
  return answers;
};
