import type { Content, Rule } from "../content.ts";
import { idsOf } from "../page-elements.ts";
import type { Violation } from "../violation.ts";

const taughtInVain = ({ lessons }: Content): Violation[] =>
  lessons.flatMap((lesson) => {
    const used = idsOf(lesson, "Term").map(({ text }) => text);
    return lesson.teaches
      .filter(({ text }) => !used.includes(text))
      .map(({ text, line }) => ({
        file: lesson.file,
        line,
        expected: `<Term id="${text}"> in the lesson that teaches it`,
        found: "none",
        mend: "Mark the word where the lesson explains it, or take it out of teaches.",
      }));
  });

const unused = ({ lessons, terms }: Content): Violation[] => {
  const used = new Set(lessons.flatMap((lesson) => idsOf(lesson, "Term").map(({ text }) => text)));
  return terms
    .filter(({ id }) => !used.has(id))
    .map(({ file, id }) => ({
      file,
      line: 1,
      expected: `a lesson with <Term id="${id}">`,
      found: "none",
      mend: "Mark the word in a lesson, or delete the file.",
    }));
};

/** Each term of the glossary is marked in some lesson, and what a lesson teaches in that one. */
export const termsAreUsed: Rule = (content) => [...taughtInVain(content), ...unused(content)];
