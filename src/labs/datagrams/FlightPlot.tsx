import { useWidth } from "#ui/use-width.ts";
import { apart, type Flight, type Flights } from "./flight.ts";
import { receiver, relayName, sender } from "./model.ts";

const defaultWidthPx = 320;
const headPx = 26;
const sidePx = 44;
const labelPx = 13;
const pxPerMs = 0.9;
const mostPx = 460;

/** Time downwards, a line for each datagram from the sender to where it ended. */
export function FlightPlot({ flights: { flights, hasRelay, endMs } }: { flights: Flights }) {
  const [ref, measuredPx] = useWidth<HTMLDivElement>();
  const widthPx = measuredPx ?? defaultWidthPx;
  const scale = Math.min(pxPerMs, mostPx / Math.max(endMs, 1));
  const yOf = (ms: number) => headPx + 8 + ms * scale;
  const [left, middle, right] = [sidePx, widthPx / 2, widthPx - sidePx];
  const starts = labels(onePerNumber(flights), ({ fromMs }) => yOf(fromMs));
  const ends = labels(
    flights.filter(({ isLost }) => !isLost),
    ({ toMs }) => yOf(toMs),
  );
  const heightPx = Math.max(yOf(endMs), ...[...starts, ...ends].map(({ y }) => y)) + 14;
  const lanes = [
    { x: left, name: sender },
    ...(hasRelay ? [{ x: middle, name: relayName }] : []),
    { x: right, name: receiver },
  ];
  return (
    <div class="datagrams-flight" ref={ref}>
      <svg width={widthPx} height={heightPx} aria-hidden="true">
        {lanes.map(({ x, name }) => (
          <g key={name}>
            <text x={x} y={14} text-anchor="middle" class="datagrams-lane-name">
              {name}
            </text>
            <line x1={x} x2={x} y1={headPx} y2={heightPx} class="datagrams-lane" />
          </g>
        ))}
        {flights.map(({ fromMs, toMs, isLost }, index) => (
          <g key={index} class={isLost ? "is-lost" : "is-there"}>
            <line x1={left} y1={yOf(fromMs)} x2={isLost ? middle : right} y2={yOf(toMs)} />
            {isLost ? (
              <text x={middle} y={yOf(toMs) + 5} text-anchor="middle" class="datagrams-cross">
                ✕
              </text>
            ) : null}
          </g>
        ))}
        <Numbers labels={starts} x={left - 8} anchor="end" />
        <Numbers labels={ends} x={right + 8} anchor="start" />
      </svg>
    </div>
  );
}

interface Label {
  number: number;
  y: number;
}

/** Copies leave the sender as one. */
const onePerNumber = (flights: readonly Flight[]): Flight[] => [
  ...new Map(flights.map((flight) => [flight.number, flight])).values(),
];

function labels(flights: readonly Flight[], yOf: (flight: Flight) => number): Label[] {
  const heights = apart(flights.map(yOf), labelPx);
  return flights.map(({ number }, index) => ({ number, y: heights[index] ?? 0 }));
}

interface NumbersProps {
  labels: readonly Label[];
  x: number;
  anchor: "start" | "end";
}

const Numbers = ({ labels: all, x, anchor }: NumbersProps) => (
  <>
    {all.map(({ number, y }, index) => (
      <text key={index} x={x} y={y + 4} text-anchor={anchor}>
        {number}
      </text>
    ))}
  </>
);
