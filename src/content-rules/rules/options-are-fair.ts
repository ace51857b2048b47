import type { QuizItem, Rule } from "../content.ts";

const ALL_OF_THE_ABOVE = /\b(all|none|both|neither) of (the above|the others|these|them)\b/i;

const problemsOf = ({ kind, options, choosable, line }: QuizItem) => {
  const tooMany = kind === "choice" && (options.length < 3 || options.length > 4);
  const count = tooMany
    ? [{ line, expected: "3 or 4 options", found: `${options.length}`, mend: "Add or drop some." }]
    : [];
  const texts = choosable.map(({ text }) => text);
  const twice = choosable
    .filter(({ text }, index) => texts.indexOf(text) < index)
    .map(({ text, line: at }) => ({
      line: at,
      expected: "a text of its own",
      found: `${text}, which stands there twice`,
      mend: "Write another, or drop one.",
    }));
  const evasive = choosable
    .filter(({ text }) => ALL_OF_THE_ABOVE.test(text))
    .map((option) => ({
      line: option.line,
      expected: "an option that stands alone",
      found: option.text,
      mend: "Write one that says something of its own, or make the item a multi.",
    }));
  return [...count, ...twice, ...evasive];
};

/**
 * A choice has 3 or 4 options. Options and right sides differ, and none of them speaks of the
 * others as a whole.
 */
export const optionsAreFair: Rule = ({ quizzes }) =>
  quizzes.flatMap(({ file, items }) =>
    items.flatMap((item) => problemsOf(item).map((problem) => ({ file, ...problem }))),
  );
