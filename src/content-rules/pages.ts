import type { Content, Placed } from "./content.ts";
import type { MarkdownPage } from "./read-markdown.ts";

/** A content file with running text in Markdown. */
export interface FilePage {
  file: string;
  page: MarkdownPage;
}

/** Every content file with running text. */
export const filePages = (content: Content): FilePage[] => [
  ...content.lessons,
  ...content.terms,
  ...content.misconceptions,
  ...content.questions,
  ...content.symptoms,
];

/** Texts of a YAML file or of front matter. Each may hold inline Markdown. */
export interface FileTexts {
  file: string;
  texts: Placed[];
}

/** Texts that readers see and that stand in YAML. */
export const fileTexts = ({ quizzes, ...content }: Content): FileTexts[] => [
  ...quizzes.map(({ file, items }) => ({ file, texts: items.flatMap(({ prose }) => prose) })),
  ...[
    ...content.lessons,
    ...content.terms,
    ...content.misconceptions,
    ...content.questions,
    ...content.symptoms,
  ].map(({ file, frontMatterProse }) => ({ file, texts: frontMatterProse })),
];
