import type { Rule } from "../content.ts";
import { unknownWords } from "../unknown-words.ts";

/** Each quiz item names an objective of its lesson. */
export const objectivesExist: Rule = ({ lessons, quizzes }) =>
  quizzes.flatMap(({ file, lesson, items }) => {
    const owner = lessons.find(({ slug }) => slug === lesson.text);
    const known = owner?.objectives.map(({ text }) => text) ?? [];
    const named = items.map(({ objective }) => objective);
    return owner ? unknownWords(file, named, known, `an objective of ${owner.file}`) : [];
  });
