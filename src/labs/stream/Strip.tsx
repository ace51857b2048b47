import type { Settings } from "./model.ts";
import type { SeenRun } from "./run-facts.ts";
import { writesIn } from "./run-facts.ts";
import { type StripPart, type StripRow, stripRows } from "./strip-rows.ts";
import { count } from "./words.ts";

/** Below this part of the axis a text has no room. */
const leastShareForText = 0.07;

/** The bytes of the stream from left to right, and how they were cut: writes, reads, messages. */
export function Strip({ settings, run }: { settings: Settings; run: SeenRun }) {
  const rows = stripRows(settings, run);
  const total = writesIn(run).at(-1)?.to ?? 0;
  return (
    <figure class="stream-strip">
      <div class="stream-rows" role="img" aria-label={wordsOf(rows, total)}>
        {rows.map((row) => (
          <Row key={row.name} row={row} total={total} />
        ))}
        {total === 0 ? <p class="stream-hint">Say how it ends, then run it.</p> : null}
      </div>
      <figcaption class="stream-caption">
        {total === 0
          ? "The bytes of the stream from left to right."
          : `The ${count(total)} bytes of the stream from left to right. A line is where one call ends and the next begins; a striped part is several calls.${hasRefused(rows) ? " Dashed: write() returned false." : ""}`}
      </figcaption>
    </figure>
  );
}

const hasRefused = (rows: readonly StripRow[]): boolean =>
  rows.some(({ parts }) => parts.some(({ kind }) => kind === "refused"));

const wordsOf = (rows: readonly StripRow[], total: number): string =>
  total === 0
    ? "Byte stream from Writer to Reader. Nothing has happened yet."
    : `Byte stream from Writer to Reader: ${count(total)} bytes. ${rows.map(({ words }) => words).join(" ")}`;

function Row({ row, total }: { row: StripRow; total: number }) {
  return (
    <div class="stream-row" data-row={row.name}>
      <span class="stream-row-name">{row.name}</span>
      <span class="stream-track">
        {row.parts.map((part) => (
          <Part key={part.from} part={part} total={total} />
        ))}
      </span>
    </div>
  );
}

function Part({
  part: { from, to, text, kind, place, isMany },
  total,
}: {
  part: StripPart;
  total: number;
}) {
  const share = (to - from) / total;
  return (
    <span
      class={`stream-part is-${kind}${isMany ? " is-many" : ""}`}
      data-place={place}
      style={`inset-inline-start:${(from / total) * 100}%;inline-size:${share * 100}%`}
    >
      {share >= leastShareForText ? <span>{text}</span> : null}
    </span>
  );
}
