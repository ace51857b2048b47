import { formatBare, formatTime } from "./format-time.ts";
import type { LanePoint } from "./lane-point.ts";
import { markKinds } from "./mark-kinds.ts";
import { missedPoints } from "./missed-points.ts";
import type { LabelWish } from "./place-labels.ts";
import type { Arrow, SpaceTime } from "./space-time.ts";
import { tellingMarks } from "./telling-marks.ts";
import type { DrawnArrow, Frame } from "./timeline-layout.ts";
import { textWidthPx, wrapText } from "./wrap-text.ts";

/** A text beside a point of a lane. */
export interface Note extends LabelWish {
  lines: string[];
  tone: "time" | "no" | "plain";
}

/** Two figures nearer than this on one lane would say the same twice. */
const nearPx = 22;

const makeNote = (
  text: string,
  tone: Note["tone"],
  point: { x: number; y: number; side: Note["side"] },
  { fontPx, lineHeightPx, lanePx }: Frame,
): Note => {
  const lines = wrapText(text, lanePx - 22, fontPx);
  const width = Math.max(...lines.map((line) => textWidthPx(line, fontPx)));
  return { ...point, lines, tone, width, height: lines.length * lineHeightPx };
};

const orderWords: Record<Arrow["order"], string> = {
  measured: "",
  "within-error": " (within the error)",
  contradicted: " (clocks disagree)",
};

const timeText = ({ atMs, errorMs }: LanePoint, isCompact: boolean): string =>
  isCompact ? formatBare(atMs, errorMs) : formatTime(atMs, errorMs);

const arrivalNote = ({ arrow, x1, x2, y2 }: DrawnArrow, frame: Frame): Note[] => {
  if (!arrow.to) return [];
  const text = timeText(arrow.to, frame.isCompact) + orderWords[arrow.order];
  return [makeNote(text, "time", { x: x2, y: y2, side: x1 < x2 ? "right" : "left" }, frame)];
};

const departureNotes = (
  arrows: readonly DrawnArrow[],
  arrivals: readonly Note[],
  frame: Frame,
): Note[] => {
  const notes: Note[] = [];
  for (const { arrow, x1, x2, y1 } of arrows) {
    const isNear = (note: Note) => note.x === x1 && Math.abs(note.y - y1) < nearPx;
    if ([...arrivals, ...notes].some(isNear)) continue;
    const side = x1 < x2 ? "left" : "right";
    const text = timeText(arrow.from, frame.isCompact);
    notes.push(makeNote(text, "time", { x: x1, y: y1, side }, frame));
  }
  return notes;
};

/** Reasons and marks point into the drawing on the last lane, out of the middle elsewhere. */
const inwards = (lane: string, lanes: readonly string[]): Note["side"] =>
  lane === lanes.at(-1) ? "left" : "right";

/** Every text of the drawing but the chips; the first ones get the best places. */
export const notesOf = (
  spaceTime: SpaceTime,
  reasons: Readonly<Record<string, string>>,
  arrows: readonly DrawnArrow[],
  frame: Frame,
  yOf: (ms: number) => number,
): Note[] => {
  const arrivals = arrows.flatMap((drawn) => arrivalNote(drawn, frame));
  const missed = missedPoints(spaceTime, reasons, arrows, frame, yOf).map(({ x, y, lane, text }) =>
    makeNote(text, "no", { x, y, side: inwards(lane, spaceTime.lanes) }, frame),
  );
  const marks = tellingMarks(spaceTime)
    // The reason takes the place of the mark's own words.
    .filter(({ kind, lane }) => kind !== "no-listener" || !(lane in reasons))
    .map((mark) => {
      const side = inwards(mark.lane, spaceTime.lanes);
      const point = { x: frame.xOf(mark.lane), y: yOf(mark.drawMs), side };
      return makeNote(mark.text, markKinds[mark.kind][1], point, frame);
    });
  return [...arrivals, ...missed, ...departureNotes(arrows, arrivals, frame), ...marks];
};
