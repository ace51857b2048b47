import type { Mark } from "./marks.ts";
import { missedPoints } from "./missed-points.ts";
import type { SpaceTime } from "./space-time.ts";
import { tellingMarks } from "./telling-marks.ts";
import type { DrawnArrow, Frame } from "./timeline-layout.ts";

/** A sign on a lane: its shape says what its colour says. */
export interface Sign {
  shape: "dot" | "cross" | "ring" | "box" | "tick";
  x: number;
  y: number;
}

const markShapes: Record<Mark["kind"], Sign["shape"] | undefined> = {
  buffered: "box",
  dropped: "cross",
  "ack-timed-out": "cross",
  returned: "tick",
  handled: undefined,
  "no-listener": "ring",
  "to-nobody": "cross",
  disconnected: "tick",
  connected: "tick",
  skipped: "tick",
};

/** Every sign of the drawing: starts, losses, marks. */
export const signsOf = (
  spaceTime: SpaceTime,
  reasons: Readonly<Record<string, string>>,
  arrows: readonly DrawnArrow[],
  frame: Frame,
  yOf: (ms: number) => number,
): Sign[] => [
  ...arrows.map(({ x1, y1 }): Sign => ({ shape: "dot", x: x1, y: y1 })),
  ...arrows
    .filter(({ isLost }) => isLost)
    .map(({ x2, y2 }): Sign => ({ shape: "cross", x: x2, y: y2 })),
  ...missedPoints(spaceTime, reasons, arrows, frame, yOf)
    .filter(({ lane, hasArrived, x }) => !hasArrived && x === frame.xOf(lane))
    .map(({ x, y }): Sign => ({ shape: "cross", x, y })),
  ...tellingMarks(spaceTime).flatMap(({ kind, lane, drawMs }) => {
    const shape = markShapes[kind];
    return shape ? [{ shape, x: frame.xOf(lane), y: yOf(drawMs) }] : [];
  }),
];
