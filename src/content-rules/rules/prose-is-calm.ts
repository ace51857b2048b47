import type { Placed, Rule } from "../content.ts";
import { filePages, fileTexts } from "../pages.ts";
import { readMarkdown } from "../read-markdown.ts";

/** Inline Markdown of a YAML text, without its code. */
const proseOf = ({ text, line }: Placed): Placed[] =>
  readMarkdown(text, "md").prose.map((part) => ({ text: part.text, line }));

/** No exclamation mark in running text; in code they are free. */
export const proseIsCalm: Rule = (content) => {
  const pages = filePages(content).map(({ file, page }) => ({ file, texts: page.prose }));
  const texts = fileTexts(content).map(({ file, texts: all }) => ({
    file,
    texts: all.flatMap(proseOf),
  }));
  return [...pages, ...texts].flatMap(({ file, texts: all }) =>
    all
      .filter(({ text }) => text.includes("!"))
      .map(({ text, line }) => ({
        file,
        line,
        expected: "prose without exclamation marks",
        found: text.trim(),
        mend: "End the sentence with a full stop, or mark code as code.",
      })),
  );
};
