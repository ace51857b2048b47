import type { Placed, Rule } from "../content.ts";
import { filePages, fileTexts } from "../pages.ts";
import type { Violation } from "../violation.ts";

/** What new pages and questions have in place of a text. */
const PLACEHOLDER = /\bTODO\b/;

const unwritten = (file: string, texts: readonly Placed[]): Violation[] =>
  texts
    .filter(({ text }) => PLACEHOLDER.test(text))
    .map(({ text, line }) => ({
      file,
      line,
      expected: "a text",
      found: text.trim(),
      mend: "Write it in place of TODO.",
    }));

/** No text still waits to be written. */
export const textsAreWritten: Rule = (content) => [
  ...filePages(content).flatMap(({ file, page }) => unwritten(file, page.prose)),
  ...fileTexts(content).flatMap(({ file, texts }) => unwritten(file, texts)),
];
