import { numberRanges } from "#lib/number-ranges.ts";
import {
  bufferBytesIn,
  missingIn,
  type Passed,
  passedOver,
  readsIn,
  relayedIn,
  type SeenRun,
  went,
} from "./run-facts.ts";
import { numberText } from "./words.ts";

interface Line {
  name: string;
  cells: string[];
}

/** What was counted on each way. */
export function Tally({ run }: { run: SeenRun }) {
  const ways = (["udp", "tcp"] as const).filter((over) => went(run, over));
  return (
    <table class="lab-table">
      <caption>What was counted</caption>
      <thead>
        <tr>
          <th scope="col">figure</th>
          {ways.map((over) => (
            <th key={over} scope="col">
              {over.toUpperCase()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {linesOf(run, ways).map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function linesOf(run: SeenRun, ways: readonly ("udp" | "tcp")[]): Line[] {
  const passed = ways.map((over) => passedOver(run, over));
  const isWords = passed.some(({ reads }) => reads.some(({ text }) => text !== undefined));
  const line = (name: string, cell: (one: Passed) => string): Line => ({
    name,
    cells: passed.map(cell),
  });
  return [
    line("handed over without an error", ({ sent }) => String(sent.length)),
    ...(isWords ? [] : [line("arrived", ({ arrived }) => String(arrived.length))]),
    ...(isWords ? [] : [line("missing", missingText)]),
    line("reads by the program", (one) => String(readsIn(one))),
    ...udpLines(run, ways.length),
  ];
}

function missingText(passed: Passed): string {
  const missing = missingIn(passed);
  if (missing.length === 0) return "none";
  const which = numberRanges(missing);
  return which.length > 60 ? String(missing.length) : `${missing.length}: ${which}`;
}

/** Figures that only UDP has; the other way's cell says so. */
function udpLines(run: SeenRun, ways: number): Line[] {
  const buffer = bufferBytesIn(run);
  const figures: (readonly [string, string | undefined])[] = [
    ["receive buffer", buffer === undefined ? undefined : `${numberText(buffer)}\u00a0bytes`],
    ["the relay threw away", numberRanges(relayedIn(run, "lost")) || undefined],
    ["the relay copied", numberRanges(relayedIn(run, "doubled")) || undefined],
  ];
  return figures.flatMap(([name, cell]) =>
    cell === undefined ? [] : [{ name, cells: ways > 1 ? [cell, "–"] : [cell] }],
  );
}
