/** Layers whose colours marks and bars wear. */
export type WaterfallLayer = "http" | "websocket" | "engineio" | "socketio" | "page";

/** A stretch of time in a row; without `toMs` it was still going on when the run ended. */
export interface WaterfallBar {
  fromMs: number;
  toMs?: number;
  layer: WaterfallLayer;
  /** It came to nothing. */
  isLost?: boolean;
}

/** Something at one moment of a row. */
export interface WaterfallMark {
  atMs: number;
  text: string;
  layer: WaterfallLayer;
  /** Which way it went; absent for what did not travel. */
  way?: "up" | "down";
}

/** One row: a request, say, with what it carried. */
export interface WaterfallRow {
  id: string;
  title: string;
  /** How it ended, in two or three words. */
  end: string;
  bars: readonly WaterfallBar[];
  marks: readonly WaterfallMark[];
}

/** All times of a waterfall, ascending. */
export const waterfallTimes = (rows: readonly WaterfallRow[]): number[] =>
  rows
    .flatMap(({ bars, marks }) => [
      ...bars.flatMap(({ fromMs, toMs }) => (toMs === undefined ? [fromMs] : [fromMs, toMs])),
      ...marks.map(({ atMs }) => atMs),
    ])
    .toSorted((a, b) => a - b);
