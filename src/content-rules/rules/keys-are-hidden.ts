import type { Quiz, QuizItem, Rule } from "../content.ts";
import type { Violation } from "../violation.ts";

/** So much longer than any other option that it catches the eye. */
const BY_FAR = 1.25;
const FEWEST_ITEMS = 3;

const keyIndex = ({ options }: QuizItem): number => options.findIndex(({ isCorrect }) => isCorrect);

const lengths = ({ options }: QuizItem, isCorrect: boolean): number[] =>
  options.filter((option) => option.isCorrect === isCorrect).map(({ text }) => text.length);

const isLongest = (item: QuizItem): boolean =>
  Math.max(...lengths(item, true)) > BY_FAR * Math.max(...lengths(item, false));

const byLength = ({ file, lesson }: Quiz, choices: readonly QuizItem[]): Violation[] => {
  const telling = choices.filter(isLongest);
  if (telling.length <= choices.length / 2) return [];
  return telling.map(({ id, line }) => ({
    file,
    line,
    expected: `the right option to be the longest by far in half of ${lesson.text}'s choices at most`,
    found: `it is in ${telling.length} of ${choices.length}, and ${id} is one of them`,
    mend: "Shorten the right option, or say more in a wrong one.",
  }));
};

const byPosition = ({ file, lesson }: Quiz, choices: readonly QuizItem[]): Violation[] => {
  const [first, ...others] = choices.map(keyIndex);
  if (first === undefined || others.some((index) => index !== first)) return [];
  return [
    {
      file,
      line: lesson.line,
      expected: "right options at different places",
      found: `each choice has it as option ${first + 1}`,
      mend: "Reorder the options of some items.",
    },
  ];
};

const isSideBySide = ({ sides: { keys, rights } }: QuizItem): boolean =>
  keys.length > 0 && keys.every(({ text }, index) => text === rights[index]?.text);

const bySide = ({ file, items }: Quiz): Violation[] =>
  items.filter(isSideBySide).map(({ id, line }) => ({
    file,
    line,
    expected: "right sides in another order than their left ones",
    found: `${id} lists each beside its own`,
    mend: "Reorder the entries of `right`.",
  }));

/**
 * The key of a file's choices cannot be told from the length or the place of options, nor that of a
 * match from the order of its sides. Steps of an order are shuffled by the player.
 */
export const keysAreHidden: Rule = ({ quizzes }) =>
  quizzes.flatMap((quiz) => {
    const choices = quiz.items.filter(({ kind }) => kind === "choice");
    if (choices.length < FEWEST_ITEMS) return bySide(quiz);
    return [...byLength(quiz, choices), ...byPosition(quiz, choices), ...bySide(quiz)];
  });
