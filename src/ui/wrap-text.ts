/** Upper guess of a text's width: system sans fonts and monospace stay below it. */
export const textWidthPx = (text: string, fontPx: number): number => text.length * fontPx * 0.64;

const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1))}…`;

/** Cuts a text to a width, with an ellipsis. */
export const fitText = (text: string, widthPx: number, fontPx: number): string =>
  shorten(text, Math.max(3, Math.floor(widthPx / (fontPx * 0.64))));

/** Breaks a text at spaces into at most `maxLines` lines; the last one may end in an ellipsis. */
export const wrapText = (text: string, widthPx: number, fontPx: number, maxLines = 5): string[] => {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textWidthPx(joined, fontPx) > widthPx) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = `${kept[maxLines - 1]}…`;
  return kept;
};
