import type { Content, Placed, Rule } from "../content.ts";
import type { Violation } from "../violation.ts";

type Name = Placed & { file: string };

const repetitions = (names: readonly Name[], what: string): Violation[] =>
  [...Map.groupBy(names, ({ text }) => text).values()].flatMap(([first, ...others]) =>
    others.map(({ file, line, text }) => ({
      file,
      line,
      expected: `${what} that is used once in the project`,
      found: `${text}, which is also at ${first?.file}:${first?.line}`,
      mend: "Give one of them another name.",
    })),
  );

const itemIds = ({ quizzes }: Content): Name[] =>
  quizzes.flatMap(({ file, items }) => items.map(({ id, line }) => ({ file, line, text: id })));

const objectiveIds = ({ lessons }: Content): Name[][] =>
  lessons.map(({ file, objectives }) => objectives.map((objective) => ({ ...objective, file })));

/** No two lessons, items, terms, misconceptions or study questions share a name; nor two objectives of a lesson. */
export const namesAreUnique: Rule = (content) => [
  ...repetitions(
    content.lessons.map(({ file, slug }) => ({ file, line: 1, text: slug })),
    "a lesson's name",
  ),
  ...repetitions(itemIds(content), "an item's id"),
  ...repetitions(
    content.terms.map(({ file, term }) => ({ ...term, file })),
    "a term",
  ),
  ...repetitions(
    content.misconceptions.map(({ file, ref }) => ({ ...ref, file })),
    "a misconception's ref",
  ),
  ...repetitions(
    content.questions.map(({ file, number }) => ({ ...number, file })),
    "a study question's number",
  ),
  ...objectiveIds(content).flatMap((names) => repetitions(names, "an objective's id")),
];
