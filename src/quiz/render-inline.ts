import { micromark } from "micromark";

/** Constructs that make blocks. An item's texts are sentences: a leading `1.` or `#` means itself. */
const blocks = [
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "definition",
  "headingAtx",
  "htmlFlow",
  "list",
  "setextUnderline",
  "thematicBreak",
];

/**
 * Turns inline Markdown (code, emphasis, links) into HTML. Raw HTML is escaped; a blank line
 * becomes a line break. For the build only.
 */
export const renderInline = (markdown: string): string =>
  micromark(markdown, { extensions: [{ disable: { null: blocks } }] })
    .trim()
    .replace(/^<p>|<\/p>$/g, "")
    .replaceAll("</p>\n<p>", "<br /><br />");
