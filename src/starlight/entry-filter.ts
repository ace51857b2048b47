/** Letters alone: without case, accents and the many forms of quotes and dashes. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, "-")
    .toLowerCase();

/** Whether a text has each of the words, in any order; a word may be the beginning of a longer one. */
export const hasWords = (text: string, words: string): boolean => {
  const inText = plain(text);
  return plain(words)
    .split(/\s+/)
    .every((word) => inText.includes(word));
};

/** What is said of a search: how many are shown. */
export const countText = (shown: number, all: number, noun: string): string => {
  if (shown === all) return `All ${all} ${noun} are shown.`;
  if (shown === 0) return `None of the ${all} ${noun} has these words. Try fewer of them.`;
  return `${shown} of ${all} ${noun}.`;
};
