import { useMemo } from "preact/hooks";
import { useWidth } from "./use-width.ts";
import type { WaterfallRow } from "./waterfall.ts";
import "./waterfall.css";
import { WaterfallButtons } from "./WaterfallButtons.tsx";
import { WaterfallPlot } from "./WaterfallPlot.tsx";
import { type WaterfallScale, waterfallLayout } from "./waterfall-layout.ts";
import { waterfallWords } from "./waterfall-words.ts";

/** Width that the drawing is made for until it is measured. */
const defaultWidthPx = 560;

export interface WaterfallProps {
  rows: readonly WaterfallRow[];
  /** Names of the two sides, for the words of the drawing. */
  sides: { client: string; server: string };
  /** `cut`, the default, leaves long pauses out. */
  scale?: WaterfallScale;
  /** Shown while nothing has happened. */
  hint?: string;
  /** Under the drawing: on whose clock the times are, what the signs mean. */
  caption?: string;
  /** The row that the reader has chosen. */
  chosen?: string | undefined;
  /** Takes the choice of a row, and `undefined` when it is taken back; without it none can be chosen. */
  onChoose?: (id: string | undefined) => void;
}

/**
 * Requests and connections as rows on one line of time. It says the same in words in its label; the
 * log lists every step.
 */
export function Waterfall(props: WaterfallProps) {
  const { rows, sides, scale = "cut", hint, caption, chosen, onChoose } = props;
  const [ref, measuredPx] = useWidth<HTMLDivElement>();
  const widthPx = measuredPx ?? defaultWidthPx;
  const layout = useMemo(() => waterfallLayout(rows, widthPx, scale), [rows, widthPx, scale]);
  const isEmpty = rows.length === 0;
  return (
    <figure class="waterfall">
      <div class="waterfall-view" ref={ref}>
        <div role="img" aria-label={waterfallWords(rows, sides)}>
          {isEmpty ? (
            <p class="waterfall-hint">{hint}</p>
          ) : (
            <WaterfallPlot layout={layout} chosen={chosen} />
          )}
        </div>
        {onChoose ? (
          <WaterfallButtons placed={layout.rows} chosen={chosen} onChoose={onChoose} />
        ) : null}
      </div>
      {isEmpty || !caption ? null : <figcaption class="waterfall-caption">{caption}</figcaption>}
    </figure>
  );
}
