import type { Rule } from "../content.ts";
import { idsOf } from "../page-elements.ts";
import { unknownWords } from "../unknown-words.ts";

/** Terms that a lesson marks or teaches, or a question asks for, are files of content/glossary. */
export const termsExist: Rule = ({ lessons, questions, terms }) => {
  const known = terms.map(({ id }) => id);
  return [
    ...lessons.flatMap((lesson) =>
      unknownWords(lesson.file, [...lesson.teaches, ...idsOf(lesson, "Term")], known, "a term"),
    ),
    ...questions.flatMap(({ file, term }) =>
      unknownWords(file, term ? [term] : [], known, "a term"),
    ),
  ];
};
