import { useMemo } from "preact/hooks";
import "./timeline.css";
import type { SpaceTime } from "./space-time.ts";
import { TimelinePlot } from "./TimelinePlot.tsx";
import { frameOf, timelineLayout } from "./timeline-layout.ts";
import { timelineWords } from "./timeline-words.ts";
import { useWidth } from "./use-width.ts";

/** Width that the drawing is made for until it is measured. */
const defaultWidthPx = 640;
/** Taller drawings scroll inside the frame. */
const leastScrollPx = 520;

export interface TimelineProps {
  spaceTime: SpaceTime;
  /** Why something did not arrive, by lane. */
  reasons?: Readonly<Record<string, string>>;
  /** The run has only just ended: a pulse goes along each arrow once, when this becomes true. */
  isFresh?: boolean;
  /** Shown while nothing has happened. */
  hint?: string;
}

const noReasons = {};

/**
 * A run as a space-time diagram. It says the same in words in its label; the log lists every
 * observation.
 */
export function Timeline(props: TimelineProps) {
  const { spaceTime, reasons = noReasons, isFresh = false, hint } = props;
  const [ref, measuredPx] = useWidth<HTMLDivElement>();
  const widthPx = measuredPx ?? defaultWidthPx;
  const isEmpty = spaceTime.arrows.length + spaceTime.marks.length === 0;
  const layout = useMemo(
    () => timelineLayout(spaceTime, reasons, widthPx),
    [spaceTime, reasons, widthPx],
  );
  const frame = frameOf(spaceTime.lanes, 100);
  const isScrolled = layout.heightPx > leastScrollPx;
  return (
    <figure class="timeline">
      <div
        class="timeline-view"
        ref={ref}
        role="img"
        aria-label={timelineWords(spaceTime, reasons)}
        tabIndex={isScrolled ? 0 : undefined}
      >
        <div
          class="timeline-plot"
          style={measuredPx === undefined && !isEmpty ? `width:${defaultWidthPx}px` : undefined}
        >
          <div class="timeline-heads">
            {spaceTime.lanes.map((lane) => (
              <span key={lane} style={`left:${frame.xOf(lane)}%`}>
                {lane}
              </span>
            ))}
          </div>
          <TimelinePlot layout={layout} isFresh={isFresh} />
          {isEmpty && hint ? <p class="timeline-hint">{hint}</p> : null}
        </div>
      </div>
      {isEmpty ? null : (
        <figcaption class="timeline-caption">
          Times in ms on the server’s clock; 0 is where the run begins. ±&nbsp;is how far the clocks
          may differ.
        </figcaption>
      )}
    </figure>
  );
}
