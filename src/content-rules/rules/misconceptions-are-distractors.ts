import type { Rule } from "../content.ts";

/** Each misconception is named by an option that is not right, so that quizzes can find it. */
export const misconceptionsAreDistractors: Rule = ({ quizzes, misconceptions }) => {
  const options = quizzes.flatMap(({ items }) => items.flatMap((item) => item.options));
  const revealed = new Set(
    options.filter(({ isCorrect }) => !isCorrect).map((option) => option.misconception?.text),
  );
  return misconceptions
    .filter(({ id }) => !revealed.has(id))
    .map(({ file, id }) => ({
      file,
      line: 1,
      expected: "a wrong option of some quiz item that reveals it",
      found: "none",
      mend: `Add "misconception: ${id}" to an option that only its believers choose.`,
    }));
};
