import { formatTime } from "./format-time.ts";
import type { WaterfallMark, WaterfallRow } from "./waterfall.ts";

/** A waterfall in words, row after row. */
export function waterfallWords(
  rows: readonly WaterfallRow[],
  sides: { client: string; server: string },
): string {
  if (rows.length === 0) return "Waterfall. Nothing has happened yet.";
  return `Waterfall. ${rows.map((row) => rowWords(row, sides)).join(" ")}`;
}

function rowWords(
  { title, end, marks }: WaterfallRow,
  sides: Parameters<typeof markWords>[1],
): string {
  const inside = marks.map((mark) => markWords(mark, sides)).join(", ");
  return `${title}${end ? `, ${end}` : ""}${inside ? `: ${inside}` : ""}.`;
}

function markWords(
  { text, way, atMs }: WaterfallMark,
  { client, server }: { client: string; server: string },
): string {
  const time = formatTime(atMs, 0);
  if (!way) return `${text} at ${time}`;
  const [from, to] = way === "up" ? [client, server] : [server, client];
  return `${from} to ${to}: ${text} at ${time}`;
}
