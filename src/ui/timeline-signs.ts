import { markKinds, type SignShapeName } from "./mark-kinds.ts";
import { missedPoints } from "./missed-points.ts";
import type { SpaceTime } from "./space-time.ts";
import { tellingMarks } from "./telling-marks.ts";
import type { DrawnArrow, Frame } from "./timeline-layout.ts";

/** A sign, and the point it stands on. */
export interface Sign {
  shape: SignShapeName;
  x: number;
  y: number;
}

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
  ...tellingMarks(spaceTime).map(({ kind, lane, drawMs }): Sign => {
    return { shape: markKinds[kind][0], x: frame.xOf(lane), y: yOf(drawMs) };
  }),
];
