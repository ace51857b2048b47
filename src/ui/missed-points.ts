import type { LanePoint } from "./lane-point.ts";
import type { SpaceTime } from "./space-time.ts";
import type { DrawnArrow, Frame } from "./timeline-layout.ts";

/** Where a lane's reason stands. */
export interface MissedPoint {
  lane: string;
  text: string;
  x: number;
  y: number;
  /** An arrow came all the way; what failed, failed after it. */
  hasArrived: boolean;
}

/** When the server last wrote; without a write, when it last did anything; else the end. */
const writtenMs = ({ arrows, marks, endMs }: SpaceTime): number => {
  const isServer = ({ lane }: LanePoint) => lane === "server";
  const writes = [
    ...arrows.filter(({ kind }) => kind === "event").map(({ from }) => from),
    ...marks.filter(({ kind }) => kind === "to-nobody"),
  ].filter(isServer);
  const others = [...arrows.flatMap(({ to }) => to ?? []), ...marks].filter(isServer);
  const times = (writes.length > 0 ? writes : others).map(({ drawMs }) => drawMs);
  return times.length > 0 ? Math.max(...times) : endMs;
};

/**
 * One point for each lane that has a reason: the end of the arrow that was lost or came in vain,
 * else the lane itself at the time of writing.
 */
export const missedPoints = (
  spaceTime: SpaceTime,
  reasons: Readonly<Record<string, string>>,
  arrows: readonly DrawnArrow[],
  frame: Frame,
  yOf: (ms: number) => number,
): MissedPoint[] => {
  if (arrows.length === 0 && spaceTime.marks.length === 0) return [];
  return Object.entries(reasons)
    .filter(([lane]) => spaceTime.lanes.includes(lane))
    .map(([lane, text]) => {
      const own = arrows.filter(({ arrow }) => arrow.toLane === lane && arrow.kind === "event");
      const last = own.findLast(({ isLost }) => isLost) ?? own.at(-1);
      return last
        ? { lane, text, x: last.x2, y: last.y2, hasArrived: !last.isLost }
        : { lane, text, x: frame.xOf(lane), y: yOf(writtenMs(spaceTime)), hasArrived: false };
    });
};
