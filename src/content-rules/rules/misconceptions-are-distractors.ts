import type { Rule } from "../content.ts";

/** Each misconception is named by a wrong answer to some item, so that quizzes can find it. */
export const misconceptionsAreDistractors: Rule = ({ quizzes, misconceptions }) => {
  const revealed = new Set(
    quizzes.flatMap(({ items }) => items.flatMap(({ reveals }) => reveals.map(({ text }) => text))),
  );
  return misconceptions
    .filter(({ id }) => !revealed.has(id))
    .map(({ file, id }) => ({
      file,
      line: 1,
      expected: "a wrong answer to some quiz item that reveals it",
      found: "none",
      mend: `Add "misconception: ${id}" to an option, a likely number or a wrong pair that only its believers choose.`,
    }));
};
