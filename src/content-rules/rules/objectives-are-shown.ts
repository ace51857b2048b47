import type { Lesson, QuizItem, Rule } from "../content.ts";
import { labsIn, quizOf } from "../page-elements.ts";
import type { Heading } from "../read-markdown.ts";
import { programsIn } from "../runnable.ts";

/** Lines of everything in a lesson that shows something: labs, figures, programs that run. */
const linesOfShows = (lesson: Lesson): number[] => [
  ...labsIn(lesson).map(({ lab }) => lab.line),
  ...lesson.page.images.map(({ line }) => line),
  ...lesson.page.elements.filter(({ name }) => name === "svg").map(({ line }) => line),
  ...programsIn(lesson).flatMap(({ files }) => files.map(({ line }) => line)),
];

const endOf = (section: Heading, headings: readonly Heading[]): number =>
  headings.find(({ line, depth }) => line > section.line && depth <= section.depth)?.line ??
  Number.POSITIVE_INFINITY;

const sectionShows = (lesson: Lesson, anchor: string): boolean => {
  const { headings } = lesson.page;
  const section = headings.find(({ text }) => `#${text}` === anchor);
  if (!section) return false;
  const end = endOf(section, headings);
  return linesOfShows(lesson).some((line) => line > section.line && line < end);
};

const isShownBy = (lesson: Lesson, { run, see }: QuizItem): boolean => {
  if (run) return true;
  if (!see) return false;
  return "lab" in see || sectionShows(lesson, see.anchor.text);
};

/**
 * Each objective has something to look at: one of its items is about a lab's preset, or points to a
 * part of the lesson with a lab, a figure or a program that runs.
 */
export const objectivesAreShown: Rule = (content) =>
  content.lessons.flatMap((lesson) => {
    const items = quizOf(content, lesson)?.items ?? [];
    return lesson.objectives.flatMap(({ text, line }) => {
      const mine = items.filter(({ objective }) => objective.text === text);
      if (mine.some((item) => isShownBy(lesson, item))) return [];
      return [
        {
          file: lesson.file,
          line,
          expected: `a lab or a figure for the objective ${text}`,
          found: "no item of it points to one",
          mend: "Let one of its items `see` a lab's preset, or a part with a lab, a figure or a program that runs.",
        },
      ];
    });
  });
