import type { Content, Lesson, Placed, PresetUse } from "./content.ts";
import type { Element } from "./read-markdown.ts";

/** The elements of a lesson with this name. */
export const elementsNamed = ({ page }: Lesson, name: string): Element[] =>
  page.elements.filter((element) => element.name === name);

/** The `id` of each element of a lesson with this name. */
export const idsOf = (lesson: Lesson, name: string): Placed[] =>
  elementsNamed(lesson, name).map(({ attributes, line }) => ({
    text: attributes.id ?? "",
    line,
  }));

const quoted = (source: string): string[] =>
  [...source.matchAll(/["'`]([^"'`]*)["'`]/g)].map((match) => match[1] ?? "");

/** Every quiz item that a lesson places, alone or in its closing quiz. */
export const placedItems = (lesson: Lesson): Placed[] => [
  ...idsOf(lesson, "Item"),
  ...elementsNamed(lesson, "ClosingQuiz").flatMap(({ attributes, line }) =>
    quoted(attributes.ids ?? "").map((text) => ({ text, line })),
  ),
];

const LAB_IMPORT = /import\s+(\w+)\s+from\s+["']#labs\/([^/"']+)\/index\.astro["']/g;

/** Names of a lesson's lab components and the labs that they are. */
const labComponents = ({ page }: Lesson): Map<string, string> =>
  new Map(
    page.statements.flatMap(({ text }) =>
      [...text.matchAll(LAB_IMPORT)].map(([, name = "", lab = ""]) => [name, lab] as const),
    ),
  );

/** Every lab that a lesson shows; without a `preset` attribute the preset's text is empty. */
export const labsIn = (lesson: Lesson): PresetUse[] => {
  const components = labComponents(lesson);
  return lesson.page.elements.flatMap(({ name, line, attributes }) => {
    const lab = components.get(name);
    const preset = { text: attributes.preset ?? "", line };
    return lab === undefined ? [] : [{ lab: { text: lab, line }, preset }];
  });
};

/** The quiz file of a lesson, if there is one. */
export const quizOf = ({ quizzes }: Content, { slug }: Lesson) =>
  quizzes.find(({ lesson }) => lesson.text === slug);
