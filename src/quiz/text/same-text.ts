/** What a text item may forgive. */
export const leniencies = ["case", "spaces", "hyphens"] as const;
export type Leniency = (typeof leniencies)[number];

/** Quotation marks and a full stop around an answer are never meant. */
const AROUND = /^["'`“”‘’„«»\s]+|["'`“”‘’„«».!?\s]+$/g;
/** No answer is longer. */
const MOST_CHARACTERS = 200;
const HYPHENS = /[-‐‑‒–—−_]/g;

/**
 * The text that two answers have in common when they mean the same. Spaces at the ends never
 * count, and several in a row are one.
 *
 * @param forgives `case`: capitals; `spaces`: whether there is one; `hyphens`: whether there is one
 */
export function commonText(typed: string, forgives: readonly Leniency[]): string {
  let text = typed
    .slice(0, MOST_CHARACTERS)
    .normalize("NFKC")
    .replace(AROUND, "")
    .replace(/\s+/g, " ");
  if (forgives.includes("hyphens")) {
    // Where spaces count, `half-open` is `half open` and not `halfopen`.
    text = text.replace(HYPHENS, " ").replace(/ +/g, " ").trim();
  }
  if (forgives.includes("spaces")) text = text.replaceAll(" ", "");
  return forgives.includes("case") ? text.toLowerCase() : text;
}
