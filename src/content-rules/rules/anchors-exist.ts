import type { Rule } from "../content.ts";
import { unknownWords } from "../unknown-words.ts";

/** An item's `see` names a heading of its lesson. */
export const anchorsExist: Rule = ({ lessons, quizzes }) =>
  quizzes.flatMap(({ file, lesson, items }) => {
    const owner = lessons.find(({ slug }) => slug === lesson.text);
    if (!owner) return [];
    const known = owner.page.headings.map(({ text }) => `#${text}`);
    const named = items.flatMap(({ see }) => (see && "anchor" in see ? [see.anchor] : []));
    return unknownWords(file, named, known, `the anchor of a heading of ${owner.file}`);
  });
