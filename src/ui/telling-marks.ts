import type { LanePoint } from "./lane-point.ts";
import type { Mark } from "./marks.ts";
import type { Arrow, SpaceTime } from "./space-time.ts";

/** Whether something had left the mark's lane since the last arrival there. */
const hasAnswered = (mark: Mark, arrows: readonly Arrow[]): boolean => {
  const isBefore = ({ lane, drawMs }: LanePoint) => lane === mark.lane && drawMs <= mark.drawMs;
  const arrivedMs = arrows.flatMap(({ to }) => (to && isBefore(to) ? [to.drawMs] : []));
  const sinceMs = Math.max(-Infinity, ...arrivedMs);
  return arrows.some(({ from }) => isBefore(from) && from.drawMs >= sinceMs);
};

/**
 * The marks that say more than the arrows do: a call of a listener follows from an arrival, and a
 * listener's end is news only when nothing had left before it.
 */
export const tellingMarks = ({ marks, arrows }: SpaceTime): Mark[] =>
  marks.filter(
    (mark) => mark.kind !== "handled" && (mark.kind !== "returned" || !hasAnswered(mark, arrows)),
  );
