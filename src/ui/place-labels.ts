/** A rectangle, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A straight line that a label had better not cover. */
export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A label that wants to stand beside a point. */
export interface LabelWish {
  /** The point it belongs to. */
  x: number;
  y: number;
  width: number;
  height: number;
  side: "left" | "right";
}

/** Between a point and its label. */
const gapPx = 9;
const stepPx = 4;
const maxSteps = 60;

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether a line passes through a box: the part of it within the box's width, by its heights. */
const crosses = ({ x1, y1, x2, y2 }: Segment, box: Box): boolean => {
  const [left, right] = x1 <= x2 ? [x1, x2] : [x2, x1];
  const from = Math.max(left, box.x);
  const to = Math.min(right, box.x + box.width);
  if (from > to) return false;
  const yAt = (x: number) => (x1 === x2 ? y1 : y1 + ((x - x1) / (x2 - x1)) * (y2 - y1));
  const top = Math.min(x1 === x2 ? Math.min(y1, y2) : yAt(from), yAt(to));
  const bottom = Math.max(x1 === x2 ? Math.max(y1, y2) : yAt(to), yAt(from));
  return top < box.y + box.height && bottom > box.y;
};

const candidates = ({ x, y, width, height, side }: LabelWish): { box: Box; cost: number }[] => {
  const sides = side === "left" ? (["left", "right"] as const) : (["right", "left"] as const);
  return sides.flatMap((at, rank) => {
    const left = at === "left" ? x - gapPx - width : x + gapPx;
    return Array.from({ length: maxSteps }, (_, step) => {
      const nudge = (step % 2 ? -1 : 1) * Math.ceil(step / 2) * stepPx;
      const box = { x: left, y: y - height / 2 + nudge, width, height };
      return { box, cost: Math.abs(nudge) * (nudge < 0 ? 1.5 : 1) + rank * 14 };
    });
  });
};

/**
 * Finds a place for each label, one after the other: never over another label, inside `widthPx`
 * and below `topPx` if at all possible, and off the lines where that costs little.
 */
export const placeLabels = (
  wishes: readonly LabelWish[],
  obstacles: readonly Box[],
  segments: readonly Segment[],
  widthPx: number,
  topPx = 0,
): Box[] => {
  const taken = [...obstacles];
  return wishes.map((wish) => {
    let best: { box: Box; cost: number } | undefined;
    for (const { box, cost } of candidates(wish)) {
      if (best && cost >= best.cost) continue;
      if (box.y < topPx || taken.some((other) => overlaps(box, other))) continue;
      const isOutside = box.x < 0 || box.x + box.width > widthPx;
      const crossed = segments.filter((segment) => crosses(segment, box)).length;
      const all = cost + crossed * 26 + (isOutside ? 400 : 0);
      if (!best || all < best.cost) best = { box, cost: all };
    }
    const box = best?.box ?? beneath(wish, taken);
    taken.push(box);
    return box;
  });
};

/** The last resort: below everything that is there. */
const beneath = ({ x, width, height }: LabelWish, taken: readonly Box[]): Box => ({
  x: x + gapPx,
  y: Math.max(0, ...taken.map((box) => box.y + box.height)),
  width,
  height,
});
