import {
  axisPx,
  barPx,
  markPx,
  type PlacedMark,
  type PlacedRow,
  titlePx,
  type WaterfallLayout,
} from "./waterfall-layout.ts";

/** Which way a mark went, before its text. */
const arrows = { up: "→ ", down: "← " } as const;

/** The drawing itself, from its layout. It has no ids, so that a page may hold many. */
export function WaterfallPlot({
  layout,
  chosen,
}: {
  layout: WaterfallLayout;
  chosen?: string | undefined;
}) {
  const { widthPx, heightPx, axis, labels, rows } = layout;
  return (
    <svg
      width="100%"
      height={heightPx}
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      aria-hidden="true"
      focusable="false"
    >
      <line class="waterfall-axis" x1="0" x2={widthPx} y1={axisPx - 4} y2={axisPx - 4} />
      {axis.cuts.map(({ x1, x2 }) => (
        <rect key={x1} class="waterfall-cut" x={x1} y="0" width={x2 - x1} height={heightPx} />
      ))}
      {labels.map(({ x, text, anchor }) => (
        <text
          key={`${x} ${text}`}
          class="waterfall-time"
          x={x}
          y={axisPx - 10}
          text-anchor={anchor}
        >
          {text}
        </text>
      ))}
      {rows.map(({ row, y, height }) =>
        row.id === chosen ? (
          <rect
            key={row.id}
            class="waterfall-chosen"
            x="1"
            y={y - 4}
            width={widthPx - 2}
            height={height + 8}
            rx="8"
          />
        ) : null,
      )}
      {rows.map((placed) => (
        <RowShape key={placed.row.id} placed={placed} widthPx={widthPx} />
      ))}
    </svg>
  );
}

function RowShape({ placed, widthPx }: { placed: PlacedRow; widthPx: number }) {
  const { row, y, bars, marks } = placed;
  return (
    <g class="waterfall-row">
      <text class="waterfall-title" x="12" y={y + 14}>
        {row.title}
      </text>
      <text class="waterfall-end" x={widthPx - 12} y={y + 14} text-anchor="end">
        {row.end}
      </text>
      {bars.map(({ bar, x, width }) => (
        <rect
          key={`${bar.fromMs} ${bar.layer}`}
          class={`waterfall-bar is-${bar.layer}${bar.isLost ? " is-lost" : ""}${bar.toMs === undefined ? " is-open" : ""}`}
          x={x}
          y={y + titlePx}
          width={width}
          height={barPx}
          rx="3"
        />
      ))}
      {marks.map(({ mark, tickX, y: markY }, index) => (
        <line
          key={index}
          class={`waterfall-tick is-${mark.layer}`}
          x1={tickX}
          x2={tickX}
          y1={y + titlePx}
          y2={markY + markPx / 2}
        />
      ))}
      {marks.map((mark, index) => (
        <MarkShape key={index} placed={mark} />
      ))}
    </g>
  );
}

function MarkShape({ placed }: { placed: PlacedMark }) {
  const { mark, x, y, width } = placed;
  return (
    <g class={`waterfall-mark is-${mark.layer}`}>
      <rect x={x} y={y} width={width} height={markPx} rx="6" />
      <text x={x + width / 2} y={y + markPx / 2} dy="0.34em" text-anchor="middle">
        {mark.way ? arrows[mark.way] : ""}
        {mark.text}
      </text>
    </g>
  );
}
