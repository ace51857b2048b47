import { type CutAxis, cutAxis } from "./cut-axis.ts";
import { evenAxis, roundTimes } from "./even-axis.ts";
import { formatFigure, formatPause } from "./format-time.ts";
import {
  type WaterfallBar,
  type WaterfallMark,
  type WaterfallRow,
  waterfallTimes,
} from "./waterfall.ts";

/** A mark with its text, placed. `tickX` is its time; the text stands to one side of it. */
export interface PlacedMark {
  mark: WaterfallMark;
  tickX: number;
  x: number;
  y: number;
  width: number;
}

export interface PlacedBar {
  bar: WaterfallBar;
  x: number;
  width: number;
}

/** One row, placed: its title's line, its bars, and its marks under them. */
export interface PlacedRow {
  row: WaterfallRow;
  y: number;
  height: number;
  bars: PlacedBar[];
  marks: PlacedMark[];
}

export interface WaterfallLayout {
  widthPx: number;
  heightPx: number;
  axis: CutAxis;
  labels: { x: number; text: string; anchor: "start" | "end" | "middle" }[];
  rows: PlacedRow[];
}

/** Height of the line of times above the rows. */
export const axisPx = 26;
/** Height of a row's title line. */
export const titlePx = 22;
export const barPx = 12;
export const markPx = 20;
const markGapPx = 4;
const rowGapPx = 12;
const cutPx = 52;
const sidePx = 12;
const leastBarPx = 3;
const charPx = 7;
const markPadPx = 14;
const openEndPx = 14;

/** How times become lengths: `cut` leaves long pauses out, `even` leaves out nothing. */
export type WaterfallScale = "cut" | "even";

/** Places a waterfall in a width. */
export function waterfallLayout(
  rows: readonly WaterfallRow[],
  widthPx: number,
  scale: WaterfallScale = "cut",
): WaterfallLayout {
  const plotPx = widthPx - 2 * sidePx - openEndPx;
  const times = waterfallTimes(rows);
  const unshifted = scale === "even" ? evenAxis(times, plotPx) : cutAxis(times, plotPx, cutPx);
  const axis = shifted(unshifted, sidePx);
  let y = axisPx;
  const placed = rows.map((row) => {
    const one = placeRow(row, axis, y, widthPx);
    y += one.height + rowGapPx;
    return one;
  });
  return { widthPx, heightPx: y, axis, labels: labelsOf(axis, scale), rows: placed };
}

function placeRow(row: WaterfallRow, axis: CutAxis, y: number, widthPx: number): PlacedRow {
  const bars = row.bars.map((bar) => {
    const x = axis.xOf(bar.fromMs);
    const to = bar.toMs === undefined ? widthPx - sidePx / 2 : axis.xOf(bar.toMs);
    return { bar, x, width: Math.max(leastBarPx, to - x) };
  });
  const marksY = y + titlePx + (bars.length > 0 ? barPx + markGapPx : 0);
  const marks = placeMarks(row.marks, axis, marksY, widthPx);
  const bottom = marks.reduce((most, mark) => Math.max(most, mark.y + markPx), marksY);
  return { row, y, height: bottom - y, bars, marks };
}

/** Each in the first line in which it touches none that is there. */
function placeMarks(
  marks: readonly WaterfallMark[],
  axis: CutAxis,
  y: number,
  widthPx: number,
): PlacedMark[] {
  const lineEnds: number[] = [];
  return marks.map((mark) => {
    const tickX = axis.xOf(mark.atMs);
    const width = mark.text.length * charPx + markPadPx + (mark.way ? 2 * charPx : 0);
    const x = Math.max(sidePx / 2, Math.min(tickX, widthPx - width - sidePx / 2));
    const found = lineEnds.findIndex((end) => end + markGapPx <= x);
    const line = found < 0 ? lineEnds.length : found;
    lineEnds[line] = x + width;
    return { mark, tickX, x, width, y: y + line * (markPx + markGapPx) };
  });
}

const shifted = ({ xOf, cuts, stretches }: CutAxis, byPx: number): CutAxis => ({
  xOf: (ms) => xOf(ms) + byPx,
  cuts: cuts.map((cut) => ({ ...cut, x1: cut.x1 + byPx, x2: cut.x2 + byPx })),
  stretches: stretches.map((one) => ({ ...one, x1: one.x1 + byPx, x2: one.x2 + byPx })),
});

const labelsOf = (axis: CutAxis, scale: WaterfallScale): WaterfallLayout["labels"] =>
  scale === "cut"
    ? axisLabels(axis)
    : axis.stretches.flatMap(roundTimes).map((ms) => ({
        x: axis.xOf(ms),
        text: ms === 0 ? "0" : `${ms}\u00a0ms`,
        anchor: ms === 0 ? "start" : "middle",
      }));

/** Each stretch has its first and last time, as far as there is room; each cut its pause. */
function axisLabels({ cuts, stretches }: CutAxis): WaterfallLayout["labels"] {
  const labels: WaterfallLayout["labels"] = cuts.map(({ x1, x2, pauseMs }) => ({
    x: (x1 + x2) / 2,
    text: formatPause(pauseMs),
    anchor: "middle",
  }));
  for (const { fromMs, toMs, x1, x2 } of stretches) {
    const from = formatFigure(fromMs);
    const to = `${formatFigure(toMs)}\u00a0ms`;
    const room = x2 - x1;
    if (room >= (from.length + to.length + 2) * charPx) {
      labels.push({ x: x1, text: from, anchor: "start" });
      labels.push({ x: x2 - 3, text: to, anchor: "end" });
    }
  }
  return labels;
}
