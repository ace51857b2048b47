/** A pause that was cut short: its place on the axis, and how long it really was. */
export interface AxisCut {
  x1: number;
  x2: number;
  pauseMs: number;
}

/** From milliseconds to pixels, along a line of which long pauses were cut out. */
export interface CutAxis {
  xOf: (ms: number) => number;
  cuts: readonly AxisCut[];
  /** Beginnings and ends of what was not cut. */
  stretches: readonly { fromMs: number; toMs: number; x1: number; x2: number }[];
}

interface Gap {
  fromMs: number;
  toMs: number;
  isCut: boolean;
}

/** Pauses below this are drawn in full. */
const shortPauseMs = 20;
/** A pause is cut when it is longer than this many average ones. */
const longPauses = 4;

/**
 * Scales times to a width. Pauses that would dwarf the rest are cut; one scale holds for what is
 * left, so that a longer bar took longer. Where little happens, nothing is cut.
 *
 * @param times ascending
 * @param cutPx width that a cut takes
 */
export function cutAxis(times: readonly number[], widthPx: number, cutPx: number): CutAxis {
  const gaps = gapsOf(times);
  const cuts = gaps.filter(({ isCut }) => isCut).length;
  const keptMs = total(gaps.filter(({ isCut }) => !isCut));
  const pxPerMs = keptMs > 0 ? (widthPx - cuts * cutPx) / keptMs : 0;
  let x = 0;
  const placed = gaps.map((gap) => {
    const x1 = x;
    x += gap.isCut ? cutPx : (gap.toMs - gap.fromMs) * pxPerMs;
    return { ...gap, x1, x2: x };
  });
  return {
    xOf: (ms) => {
      const gap = placed.find(({ toMs }) => ms <= toMs);
      if (!gap) return x;
      const share = (ms - gap.fromMs) / (gap.toMs - gap.fromMs);
      return gap.x1 + Math.max(0, share) * (gap.x2 - gap.x1);
    },
    cuts: placed
      .filter(({ isCut }) => isCut)
      .map(({ x1, x2, fromMs, toMs }) => ({ x1, x2, pauseMs: toMs - fromMs })),
    stretches: joined(placed.filter(({ isCut }) => !isCut)),
  };
}

const total = (gaps: readonly Gap[]): number =>
  gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);

/** The longest pause goes first, and the average is taken anew of those that are left. */
function gapsOf(times: readonly number[]): Gap[] {
  const unique = [...new Set(times)];
  const gaps = unique.slice(1).map((toMs, index) => {
    return { fromMs: unique[index] ?? toMs, toMs, isCut: false };
  });
  const left = gaps.toSorted((a, b) => a.toMs - a.fromMs - (b.toMs - b.fromMs));
  for (;;) {
    const longest = left.at(-1);
    if (!longest) return gaps;
    const averageMs = total(left) / left.length;
    if (longest.toMs - longest.fromMs <= Math.max(shortPauseMs, longPauses * averageMs))
      return gaps;
    longest.isCut = true;
    left.pop();
  }
}

type Stretch = CutAxis["stretches"][number];

function joined(gaps: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { fromMs, toMs, x1, x2 } of gaps) {
    const last = stretches.at(-1);
    if (last?.toMs === fromMs) stretches.splice(-1, 1, { ...last, toMs, x2 });
    else stretches.push({ fromMs, toMs, x1, x2 });
  }
  return stretches;
}
