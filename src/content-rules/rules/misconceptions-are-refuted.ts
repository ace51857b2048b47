import type { Content, Lesson, Rule } from "../content.ts";
import { idsOf } from "../page-elements.ts";
import type { Violation } from "../violation.ts";

const unrefuted = ({ lessons, misconceptions }: Content): Violation[] =>
  misconceptions
    .filter(({ id, lesson }) => {
      const owner = lessons.find(({ slug }) => slug === lesson.text);
      return owner && !idsOf(owner, "Refuted").some(({ text }) => text === id);
    })
    .map(({ file, id, lesson }) => ({
      file,
      line: lesson.line,
      expected: `<Refuted id="${id}"> in the lesson ${lesson.text}`,
      found: "none",
      mend: "Refute it there, after the run that shows it.",
    }));

const undeclared = (lesson: Lesson): Violation[] => {
  const declared = lesson.refutes.map(({ text }) => text);
  return idsOf(lesson, "Refuted")
    .filter(({ text }) => !declared.includes(text))
    .map(({ text, line }) => ({
      file: lesson.file,
      line,
      expected: `${text} in the front matter's refutes`,
      found: `refutes: ${declared.join(", ")}`,
      mend: "Add it there.",
    }));
};

const declaredInVain = (lesson: Lesson): Violation[] => {
  const refuted = idsOf(lesson, "Refuted").map(({ text }) => text);
  return lesson.refutes
    .filter(({ text }) => !refuted.includes(text))
    .map(({ text, line }) => ({
      file: lesson.file,
      line,
      expected: `<Refuted id="${text}"> in the lesson that says it refutes it`,
      found: "none",
      mend: "Refute it, or take it out of refutes.",
    }));
};

/** Each misconception is refuted in its lesson, and `refutes` says what a lesson does refute. */
export const misconceptionsAreRefuted: Rule = (content) => [
  ...unrefuted(content),
  ...content.lessons.flatMap((lesson) => [...undeclared(lesson), ...declaredInVain(lesson)]),
];
