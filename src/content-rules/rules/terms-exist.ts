import type { Rule } from "../content.ts";
import { idsOf } from "../page-elements.ts";
import { unknownWords } from "../unknown-words.ts";

/** Terms that a lesson marks or teaches are files of content/glossary. */
export const termsExist: Rule = ({ lessons, terms }) => {
  const known = terms.map(({ id }) => id);
  return lessons.flatMap((lesson) =>
    unknownWords(lesson.file, [...lesson.teaches, ...idsOf(lesson, "Term")], known, "a term"),
  );
};
