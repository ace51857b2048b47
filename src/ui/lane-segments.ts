import type { Outage } from "./outages.ts";

/** A piece of a lane, in pixels. */
export interface LaneSegment {
  y1: number;
  y2: number;
  /** Not connected: drawn dashed. */
  isOut: boolean;
}

interface Stretch {
  y1: number;
  y2: number;
}

const without = (stretches: readonly Stretch[], hole: Stretch): Stretch[] =>
  stretches
    .flatMap(({ y1, y2 }) => [
      { y1, y2: Math.min(y2, hole.y1) },
      { y1: Math.max(y1, hole.y2), y2 },
    ])
    .filter(({ y1, y2 }) => y2 > y1);

const overlap = (stretches: readonly Stretch[], { y1, y2 }: Stretch): Stretch[] =>
  stretches
    .map((stretch) => ({ y1: Math.max(stretch.y1, y1), y2: Math.min(stretch.y2, y2) }))
    .filter((stretch) => stretch.y2 > stretch.y1);

/** Cuts a lane at the breaks of the time axis and where it is not connected. */
export const laneSegments = (
  lane: string,
  outages: readonly Outage[],
  breaks: readonly Stretch[],
  yOf: (ms: number) => number,
  heightPx: number,
): LaneSegment[] => {
  const drawn = breaks.reduce<Stretch[]>(without, [{ y1: 0, y2: heightPx }]);
  const out = outages
    .filter((outage) => outage.lane === lane)
    .map(({ fromMs, toMs }) => ({
      y1: fromMs === undefined ? 0 : yOf(fromMs),
      y2: toMs === undefined ? heightPx : yOf(toMs),
    }));
  const isIn = out.reduce<Stretch[]>(without, drawn);
  return [
    ...isIn.map((stretch) => ({ ...stretch, isOut: false })),
    ...out.flatMap((hole) => overlap(drawn, hole).map((stretch) => ({ ...stretch, isOut: true }))),
  ];
};
