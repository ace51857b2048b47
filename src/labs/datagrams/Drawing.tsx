import { useMemo } from "preact/hooks";
import type { DatagramsLab } from "./datagrams-lab.ts";
import { FlightPlot } from "./FlightPlot.tsx";
import { flightsOf } from "./flight.ts";
import { type Arrival, type Passage, passages } from "./passage.ts";
import { isOver } from "./run-facts.ts";

/** With more than this, a message is a square without its number. */
const mostNamed = 40;

/** What was sent, in its order, and what arrived, in its own; the label says the same in words. */
export function Drawing({ lab }: { lab: DatagramsLab }) {
  const run = lab.bench.run.value;
  const ways = useMemo(() => (run ? passages(run) : []), [run]);
  const flights = useMemo(() => (run && isOver(run) ? flightsOf(run) : undefined), [run]);
  const says = ways.length === 0 ? ["Nothing has happened yet."] : ways.map((way) => way.says);
  return (
    <figure class="datagrams-drawing">
      <div role="img" aria-label={["Messages by number.", ...says].join(" ")}>
        {ways.length === 0 ? (
          <p class="datagrams-hint">Say how many will arrive. Then send, and see them here.</p>
        ) : (
          ways.map((way) => <Way key={way.over} way={way} />)
        )}
        {flights ? <FlightPlot flights={flights} /> : null}
      </div>
      {ways.length === 0 ? null : <Key ways={ways} {...(flights && { endMs: flights.endMs })} />}
    </figure>
  );
}

function Way({ way }: { way: Passage }) {
  const isNamed = way.sent.length <= mostNamed;
  return (
    <div class="datagrams-way">
      <p class="datagrams-over">{way.over.toUpperCase()}</p>
      <p class="datagrams-row-name">sent</p>
      <div class={isNamed ? "datagrams-cells" : "datagrams-cells is-small"}>
        {way.sent.map(({ name, fate }, index) => (
          <span key={index} class={`datagrams-cell is-${fate}`}>
            {isNamed ? name : null}
          </span>
        ))}
      </div>
      {isNamed ? <Arrived arrivals={way.arrivals} /> : null}
    </div>
  );
}

function Arrived({ arrivals }: { arrivals: readonly Arrival[] }) {
  return (
    <>
      <p class="datagrams-row-name">arrived</p>
      <div class="datagrams-cells">
        {arrivals.length === 0 ? <span class="datagrams-none">nothing</span> : null}
        {arrivals.map(({ name, isCopy, isLate }, index) => (
          <span
            key={index}
            class={`datagrams-cell is-arrived${isCopy ? " is-copy" : ""}${isLate ? " is-late" : ""}`}
          >
            {name}
          </span>
        ))}
      </div>
    </>
  );
}

/** What the cells mean, of those that are there. */
function Key({ ways, endMs }: { ways: readonly Passage[]; endMs?: number }) {
  const fates = new Set(ways.flatMap(({ sent }) => sent.map(({ fate }) => fate)));
  const arrivals = ways.flatMap((way) => (way.sent.length <= mostNamed ? way.arrivals : []));
  const isSmall = ways.every(({ sent }) => sent.length > mostNamed);
  const entries = [
    fates.has("arrived") && ([isSmall ? "is-arrived is-filled" : "is-arrived", "arrived"] as const),
    fates.has("missing") && (["is-missing", "sent, never came"] as const),
    fates.has("refused") && (["is-refused", "the send gave an error"] as const),
    arrivals.some(({ isCopy }) => isCopy) &&
      (["is-arrived is-copy", "came before already"] as const),
    arrivals.some(({ isLate, isCopy }) => isLate && !isCopy) &&
      (["is-arrived is-late", "after a larger number"] as const),
  ].filter((entry) => entry !== false);
  return (
    <figcaption class="datagrams-key">
      {entries.map(([look, words]) => (
        <span key={look}>
          <i class={`datagrams-cell ${look}`} aria-hidden="true" /> {words}
        </span>
      ))}
      {endMs === undefined ? null : <span>time runs downwards, {Math.round(endMs)}&nbsp;ms</span>}
    </figcaption>
  );
}
