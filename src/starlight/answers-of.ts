import type { Answers, AnswersOf, ByteAnswers } from "#quiz/lab-run.ts";

const loaders = import.meta.glob<Record<string, unknown>>("../labs/*/answers.ts");

const hasFunctions = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((answer) => typeof answer === "function");

/**
 * Loads `answers` and `byteAnswers` of src/labs/<lab>/answers.ts when they are needed. Rejects when
 * there are none.
 */
export const answersOf: AnswersOf = async (lab) => {
  const { answers = {}, byteAnswers = {} } = (await loaders[`../labs/${lab}/answers.ts`]?.()) ?? {};
  if (!hasFunctions(answers) || !hasFunctions(byteAnswers)) {
    throw new Error(`src/labs/${lab}/answers.ts: "answers" and "byteAnswers" hold functions only`);
  }
  return { answers: answers as Answers, byteAnswers: byteAnswers as ByteAnswers };
};
