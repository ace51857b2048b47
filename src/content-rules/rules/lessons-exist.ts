import type { Content, Rule } from "../content.ts";
import { unknownWords } from "../unknown-words.ts";
import type { Violation } from "../violation.ts";

const misplacedQuizzes = ({ quizzes }: Content): Violation[] =>
  quizzes
    .filter(({ slug, lesson }) => slug !== lesson.text)
    .map(({ file, lesson }) => ({
      file,
      line: lesson.line,
      expected: "the quiz file of a lesson to carry the lesson's name",
      found: `lesson: ${lesson.text}`,
      mend: `Rename the file to ${lesson.text}.yaml, or correct its lesson.`,
    }));

/** A quiz, a misconception, a study question, a symptom and a lesson's `needs` name lessons that exist. */
export const lessonsExist: Rule = (content) => {
  const slugs = content.lessons.map(({ slug }) => slug);
  const { quizzes, misconceptions, questions, symptoms } = content;
  const placed = [...quizzes, ...misconceptions, ...questions, ...symptoms];
  return [
    ...placed.flatMap(({ file, lesson }) => unknownWords(file, [lesson], slugs, "a lesson")),
    ...content.lessons.flatMap(({ file, needs }) => unknownWords(file, needs, slugs, "a lesson")),
    ...misplacedQuizzes(content),
  ];
};
