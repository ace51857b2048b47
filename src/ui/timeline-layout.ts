import { formatPause } from "./format-time.ts";
import { type LaneSegment, laneSegments } from "./lane-segments.ts";
import { type Box, placeLabels, type Segment } from "./place-labels.ts";
import type { Arrow, SpaceTime } from "./space-time.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";
import { type Chip, chipBox, chipsOf } from "./timeline-chips.ts";
import { type Note, notesOf } from "./timeline-notes.ts";
import { type Sign, signsOf } from "./timeline-signs.ts";

/** An arrow in pixels; a lost one ends in a cross before it reaches its lane. */
export interface DrawnArrow extends Segment {
  arrow: Arrow;
  isLost: boolean;
}

/** A text in pixels: the baseline of its first line, and the edge it is aligned to. */
export interface DrawnNote {
  note: Note;
  x: number;
  y: number;
  anchor: "start" | "end";
  box: Box;
}

/** The whole drawing in pixels, ready to be written as SVG. */
export interface TimelineLayout {
  frame: Frame;
  heightPx: number;
  lanes: { name: string; x: number; segments: LaneSegment[] }[];
  arrows: DrawnArrow[];
  chips: Chip[];
  signs: Sign[];
  notes: DrawnNote[];
  breaks: { y1: number; y2: number; text: string }[];
  /** How far the clocks' error reaches around a point. */
  whiskers: Segment[];
}

/** What depends on the width alone. */
export interface Frame {
  widthPx: number;
  /** Distance of two lanes. */
  lanePx: number;
  fontPx: number;
  lineHeightPx: number;
  /** Figures are drawn without their unit. */
  isCompact: boolean;
  /** Middle of a lane; a name without a lane counts as the first one. */
  xOf: (lane: string) => number;
}

const topPx = 22;
/** A label within this of its point needs no more room. */
const nearPx = 22;
const tailPx = 40;
const leastHeightPx = 200;
const lostPx = 26;
/** Room beside the outer lanes, in lane distances. */
const margin = 0.7;

/** Divides a width among lanes. */
export const frameOf = (lanes: readonly string[], widthPx: number): Frame => {
  const lanePx = widthPx / (Math.max(0, lanes.length - 1) + 2 * margin);
  const isCompact = lanePx < 112;
  return {
    widthPx,
    lanePx,
    fontPx: isCompact ? 11 : 12,
    lineHeightPx: isCompact ? 14 : 16,
    isCompact,
    xOf: (lane) => (margin + Math.max(0, lanes.indexOf(lane))) * lanePx,
  };
};

const axisOf = ({ arrows, marks }: SpaceTime, stretch: number): TimeAxis => {
  const points = [...arrows.flatMap(({ from, to }) => (to ? [from, to] : [from])), ...marks];
  const starts = new Set(arrows.map(({ from }) => `${from.lane} ${from.drawMs}`));
  const flights = arrows.flatMap(({ from, to }) =>
    to ? [{ fromMs: from.drawMs, toMs: to.drawMs }] : [],
  );
  const times = points.map(({ drawMs }) => drawMs);
  return timeAxis(times, flights, (70 + 34 * starts.size) * stretch);
};

const drawArrow = (arrow: Arrow, frame: Frame, yOf: TimeAxis["yOf"]): DrawnArrow => {
  const x1 = frame.xOf(arrow.from.lane);
  const y1 = yOf(arrow.from.drawMs);
  const toX = frame.xOf(arrow.toLane);
  return arrow.to
    ? { arrow, isLost: false, x1, y1, x2: toX, y2: yOf(arrow.to.drawMs) }
    : { arrow, isLost: true, x1, y1, x2: x1 + (toX - x1) * 0.62, y2: y1 + lostPx };
};

const whiskersOf = ({ arrows }: SpaceTime, frame: Frame, yOf: TimeAxis["yOf"]): Segment[] =>
  arrows
    .flatMap(({ from, to }) => (to ? [from, to] : [from]))
    .map(({ lane, atMs, errorMs }) => {
      const x = frame.xOf(lane);
      return { x1: x, x2: x, y1: yOf(atMs - errorMs), y2: yOf(atMs + errorMs) };
    })
    .filter(({ y1, y2 }) => y2 - y1 >= 3);

const drawNotes = (
  notes: readonly Note[],
  frame: Frame,
  chips: readonly Chip[],
  lines: readonly Segment[],
  bands: readonly Box[],
): DrawnNote[] => {
  const boxes = placeLabels(notes, [...chips.map(chipBox), ...bands], lines, frame.widthPx, 2);
  return notes.map((note, index): DrawnNote => {
    const box = boxes[index] ?? { x: note.x, y: note.y, width: 0, height: 0 };
    const isLeft = box.x < note.x;
    return {
      note,
      box,
      anchor: isLeft ? "end" : "start",
      x: isLeft ? box.x + box.width : box.x,
      y: box.y + frame.fontPx,
    };
  });
};

const worstNudgePx = ({ notes }: TimelineLayout): number =>
  Math.max(0, ...notes.map(({ note, box }) => Math.abs(box.y + box.height / 2 - note.y)));

const layOut = (
  spaceTime: SpaceTime,
  reasons: Readonly<Record<string, string>>,
  frame: Frame,
  stretch: number,
): TimelineLayout => {
  const axis = axisOf(spaceTime, stretch);
  const yOf = (ms: number) => topPx + axis.yOf(ms);
  const arrows = spaceTime.arrows.map((arrow) => drawArrow(arrow, frame, yOf));
  const chips = chipsOf(arrows, frame);
  const bottomPx = topPx + axis.heightPx + tailPx;
  const breaks = axis.breaks.map(({ y1, y2, pauseMs }) => ({
    y1: y1 + topPx + 14,
    y2: y2 + topPx - 14,
    text: `${formatPause(pauseMs)} later`,
  }));
  const bands = breaks.map(({ y1, y2 }) => ({
    x: 0,
    y: y1,
    width: frame.widthPx,
    height: y2 - y1,
  }));
  const laneLines = spaceTime.lanes.map((lane) => {
    const x = frame.xOf(lane);
    return { x1: x, x2: x, y1: 0, y2: bottomPx };
  });
  const notes = drawNotes(
    notesOf(spaceTime, reasons, arrows, frame, yOf),
    frame,
    chips,
    [...arrows, ...laneLines],
    bands,
  );
  const notesPx = Math.max(0, ...notes.map(({ box }) => box.y + box.height + 8));
  const heightPx = Math.ceil(Math.max(leastHeightPx, bottomPx, notesPx));
  return {
    frame,
    heightPx,
    lanes: spaceTime.lanes.map((name) => ({
      name,
      x: frame.xOf(name),
      segments: laneSegments(name, spaceTime.outages, breaks, yOf, heightPx),
    })),
    arrows,
    chips,
    signs: signsOf(spaceTime, reasons, arrows, frame, yOf),
    notes,
    breaks,
    whiskers: whiskersOf(spaceTime, frame, yOf),
  };
};

/**
 * Lays a run out for a width in CSS pixels. `reasons` says, per lane, why something did not
 * arrive. Time is stretched until every label stands near its point.
 */
export const timelineLayout = (
  spaceTime: SpaceTime,
  reasons: Readonly<Record<string, string>>,
  widthPx: number,
): TimelineLayout => {
  const frame = frameOf(spaceTime.lanes, widthPx);
  let best = layOut(spaceTime, reasons, frame, 1);
  for (let stretch = 1.4; stretch < 8 && worstNudgePx(best) > nearPx; stretch *= 1.4) {
    const next = layOut(spaceTime, reasons, frame, stretch);
    // What stands too close on one lane at one time stays so at any scale.
    if (worstNudgePx(next) > worstNudgePx(best) - 1) break;
    best = next;
  }
  return best;
};
