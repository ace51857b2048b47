import type { Content, Placed, Rule } from "../content.ts";
import { idsOf } from "../page-elements.ts";
import { unknownWords } from "../unknown-words.ts";

interface Named {
  file: string;
  words: Placed[];
}

const inLessons = ({ lessons }: Content): Named[] =>
  lessons.map((lesson) => ({
    file: lesson.file,
    words: [...lesson.refutes, ...idsOf(lesson, "Believed"), ...idsOf(lesson, "Refuted")],
  }));

const inQuizzes = ({ quizzes }: Content): Named[] =>
  quizzes.map(({ file, items }) => ({
    file,
    words: items.flatMap(({ options, reveals }) => [
      ...reveals,
      ...options.flatMap(({ isCorrect, misconception }) =>
        isCorrect && misconception ? [misconception] : [],
      ),
    ]),
  }));

const inQuestions = ({ questions, symptoms }: Content): Named[] =>
  [...questions, ...symptoms].map(({ file, misconceptions }) => ({ file, words: misconceptions }));

/** What answers reveal and lessons, study questions and symptoms take up are files of content/misconceptions. */
export const misconceptionsExist: Rule = (content) => {
  const known = content.misconceptions.map(({ id }) => id);
  return [...inLessons(content), ...inQuizzes(content), ...inQuestions(content)].flatMap(
    ({ file, words }) => unknownWords(file, words, known, "a misconception"),
  );
};
