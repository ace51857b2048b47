import type { QuizItem, Rule } from "../content.ts";

const ALL_OF_THE_ABOVE = /\b(all|none|both|neither) of (the above|the others|these|them)\b/i;

const problemsOf = ({ kind, options, line }: QuizItem) => {
  const tooMany = kind === "choice" && (options.length < 3 || options.length > 4);
  const count = tooMany
    ? [{ line, expected: "3 or 4 options", found: `${options.length}`, mend: "Add or drop some." }]
    : [];
  const evasive = options
    .filter(({ text }) => ALL_OF_THE_ABOVE.test(text))
    .map((option) => ({
      line: option.line,
      expected: "an option that stands alone",
      found: option.text,
      mend: "Write one that says something of its own, or make the item a multi.",
    }));
  return [...count, ...evasive];
};

/** A choice has 3 or 4 options, and none of them speaks of the others as a whole. */
export const optionsAreFair: Rule = ({ quizzes }) =>
  quizzes.flatMap(({ file, items }) =>
    items.flatMap((item) => problemsOf(item).map((problem) => ({ file, ...problem }))),
  );
