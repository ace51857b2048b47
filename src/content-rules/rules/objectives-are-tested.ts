import type { Rule } from "../content.ts";
import { quizOf } from "../page-elements.ts";

const FEWEST_ITEMS = 2;

/** Each objective has two items at least. */
export const objectivesAreTested: Rule = (content) =>
  content.lessons.flatMap((lesson) => {
    const items = quizOf(content, lesson)?.items ?? [];
    return lesson.objectives.flatMap(({ text, line }) => {
      const count = items.filter(({ objective }) => objective.text === text).length;
      if (count >= FEWEST_ITEMS) return [];
      return [
        {
          file: lesson.file,
          line,
          expected: `${FEWEST_ITEMS} quiz items or more for the objective ${text}`,
          found: `${count}`,
          mend: `Write items with "objective: ${text}" in content/quizzes/${lesson.slug}.yaml.`,
        },
      ];
    });
  });
