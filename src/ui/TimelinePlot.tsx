import type { Segment } from "./place-labels.ts";
import { SignShape } from "./SignShape.tsx";
import type { Chip } from "./timeline-chips.ts";
import type { DrawnArrow, DrawnNote, TimelineLayout } from "./timeline-layout.ts";

/** How long a pulse's way from the top to the bottom of the drawing takes. */
const sweepMs = 1600;

const headPoints = ({ x1, y1, x2, y2 }: Segment): string => {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * 10, y2 - uy * 10];
  return `${x2},${y2} ${bx - uy * 4.5},${by + ux * 4.5} ${bx + uy * 4.5},${by - ux * 4.5}`;
};

function ArrowShape({ drawn }: { drawn: DrawnArrow }) {
  const { x1, y1, x2, y2, isLost, arrow } = drawn;
  return (
    <g class={`timeline-arrow${isLost ? " is-lost" : ""} is-${arrow.kind}`}>
      <line x1={x1} y1={y1} x2={x2} y2={y2} />
      {isLost ? null : <polygon points={headPoints(drawn)} />}
    </g>
  );
}

function ChipShape({ chip }: { chip: Chip }) {
  const { x, y, width, height, text } = chip;
  return (
    <g class="timeline-chip">
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={height / 2} />
      <text x={x} y={y} dy="0.34em" text-anchor="middle">
        {text}
      </text>
    </g>
  );
}

function NoteText({ drawn, lineHeightPx }: { drawn: DrawnNote; lineHeightPx: number }) {
  const { x, y, anchor, note } = drawn;
  return (
    <text class={`timeline-note is-${note.tone}`} text-anchor={anchor}>
      {note.lines.map((line, index) => (
        <tspan key={`${index} ${line}`} x={x} y={y + index * lineHeightPx}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Pulse({ drawn, heightPx }: { drawn: DrawnArrow; heightPx: number }) {
  const { x1, y1, x2, y2 } = drawn;
  const delayMs = (y1 / heightPx) * sweepMs;
  const wayMs = Math.max(240, ((y2 - y1) / heightPx) * sweepMs);
  const style = `--dx:${x2 - x1}px;--dy:${y2 - y1}px;animation-delay:${delayMs}ms;animation-duration:${wayMs}ms`;
  return <circle class="timeline-pulse" cx={x1} cy={y1} r={6} style={style} />;
}

/** The drawing itself, from its layout. It has no ids, so that a page may hold many. */
export function TimelinePlot({ layout, isFresh }: { layout: TimelineLayout; isFresh: boolean }) {
  const { frame, heightPx, lanes, arrows, chips, signs, notes, breaks, whiskers } = layout;
  const percent = (x: number) => `${(x / frame.widthPx) * 100}%`;
  return (
    <svg
      width="100%"
      height={heightPx}
      style={`--timeline-font:${frame.fontPx}px`}
      aria-hidden="true"
      focusable="false"
    >
      {whiskers.map((whisker, index) => (
        <line key={index} class="timeline-whisker" {...whisker} />
      ))}
      {lanes.map(({ name, x, segments }) =>
        segments.map(({ y1, y2, isOut }) => (
          <line
            key={`${name} ${y1}`}
            class={`timeline-lane${isOut ? " is-out" : ""}`}
            x1={percent(x)}
            x2={percent(x)}
            y1={y1}
            y2={y2}
          />
        )),
      )}
      {breaks.map(({ y1, y2, text }) => (
        <g key={y1} class="timeline-break">
          <rect x="0" y={y1} width="100%" height={y2 - y1} />
          <text x="50%" y={(y1 + y2) / 2} dy="0.34em" text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      {arrows.map((drawn, index) => (
        <ArrowShape key={index} drawn={drawn} />
      ))}
      {isFresh
        ? arrows.map((drawn, index) => <Pulse key={index} drawn={drawn} heightPx={heightPx} />)
        : null}
      {signs.map((sign, index) => (
        <SignShape key={index} sign={sign} />
      ))}
      {chips.map((chip, index) => (
        <ChipShape key={index} chip={chip} />
      ))}
      {notes.map((drawn, index) => (
        <NoteText key={index} drawn={drawn} lineHeightPx={frame.lineHeightPx} />
      ))}
    </svg>
  );
}
