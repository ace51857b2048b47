/** A pause that was cut short in the drawing. */
export interface AxisBreak {
  /** Top and bottom of the cut, in pixels. */
  y1: number;
  y2: number;
  pauseMs: number;
}

/** From milliseconds to pixels below the first time. */
export interface TimeAxis {
  yOf: (ms: number) => number;
  breaks: AxisBreak[];
  heightPx: number;
}

/** Something on its way: its time must not be cut. */
export interface Flight {
  fromMs: number;
  toMs: number;
}

interface Stretch extends Flight {
  isFlight: boolean;
}

const breakPx = 56;
/** Pauses below this are drawn in full. */
const shortPauseMs = 5;

const stretchesOf = (times: readonly number[], flights: readonly Flight[]): Stretch[] => {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  return sorted.slice(1).map((toMs, index) => {
    const fromMs = sorted[index] ?? toMs;
    const isFlight = flights.some((flight) => flight.fromMs < toMs && flight.toMs > fromMs);
    return { fromMs, toMs, isFlight };
  });
};

const total = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);

/**
 * Scales times so that all that is not cut takes `plotPx`. One scale holds for the whole drawing,
 * so a steeper arrow was slower. Pauses with nothing on its way are cut when they would dwarf what
 * was.
 */
export const timeAxis = (
  times: readonly number[],
  flights: readonly Flight[],
  plotPx: number,
): TimeAxis => {
  const stretches = stretchesOf(times, flights);
  const longMs = Math.max(shortPauseMs, 2 * total(stretches.filter(({ isFlight }) => isFlight)));
  const isCut = ({ fromMs, toMs, isFlight }: Stretch) => !isFlight && toMs - fromMs > longMs;
  const keptMs = total(stretches.filter((stretch) => !isCut(stretch)));
  const pxPerMs = keptMs > 0 ? plotPx / keptMs : 0;
  let heightPx = 0;
  const rows = stretches.map((stretch) => {
    const y1 = heightPx;
    heightPx += isCut(stretch) ? breakPx : (stretch.toMs - stretch.fromMs) * pxPerMs;
    return { ...stretch, y1, y2: heightPx };
  });
  const yOf = (ms: number): number => {
    const row = rows.find(({ toMs }) => ms <= toMs);
    if (!row) return heightPx;
    const share = (ms - row.fromMs) / (row.toMs - row.fromMs);
    return row.y1 + Math.max(0, share) * (row.y2 - row.y1);
  };
  const breaks = rows
    .filter(isCut)
    .map(({ y1, y2, fromMs, toMs }) => ({ y1, y2, pauseMs: toMs - fromMs }));
  return { yOf, breaks, heightPx };
};
