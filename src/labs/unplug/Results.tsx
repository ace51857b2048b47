import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { PredictionSign } from "#ui/PredictionSign.tsx";
import { Connections } from "./Connections.tsx";
import type { Settings } from "./model.ts";
import { type OutcomeRow, outcomeRows, type Said } from "./outcome.ts";
import { guessesOf } from "./prediction.ts";

export interface ResultsProps {
  run: ShownRun<Settings>;
  said: Said;
}

/** What was said and what happened, in numbers, and why for each number. */
export function Results({ run, said }: ResultsProps) {
  const rows = outcomeRows(run.observations);
  return (
    <>
      {run.stage === "running" ? null : <Compared rows={rows} said={said} />}
      <div class="unplug-scroll">
        <table class="unplug-results">
          <caption>What happened{run.isFromBefore ? " before the interruption" : ""}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">emitted</th>
              <th scope="col">received</th>
              <th scope="col">missed</th>
              <th scope="col">doubled</th>
              <th scope="col">buffered</th>
            </tr>
          </thead>
          {rows.map((row) => (
            <Row key={`${row.who} ${row.flow}`} row={row} />
          ))}
        </table>
      </div>
      <Connections observations={run.observations} />
    </>
  );
}

/** The prediction beside the run. */
function Compared({ rows, said }: { rows: readonly OutcomeRow[]; said: Said }) {
  const guesses = guessesOf(rows, said);
  if (guesses.length === 0) return null;
  return (
    <ul class="unplug-said">
      {guesses.map(({ ask, words, said: guess, happened }) => (
        <li key={ask} data-ask={ask}>
          {words}: you said {guess}, it was {happened}.
          <PredictionSign isRight={guess === happened} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { row: OutcomeRow }) {
  const { who, flow, emitted, received, missed, doubled, buffered, reasons } = row;
  return (
    <tbody data-client={who} data-flow={flow}>
      <tr>
        <th scope="row">
          {who}: <span>{flow === "news" ? "news ↓" : "orders ↑"}</span>
        </th>
        <td>{emitted}</td>
        <td>{received}</td>
        <td class={missed > 0 ? "is-no" : ""}>{missed}</td>
        <td class={doubled > 0 ? "is-no" : ""}>{doubled}</td>
        <td>{flow === "news" ? "–" : buffered}</td>
      </tr>
      <tr class="unplug-why">
        <td colSpan={6}>
          <ul>
            {reasons.map(({ code, numbers, text }) => (
              <li key={code} data-reason={code}>
                <b>{numbers.join(", ")}</b> {text}
              </li>
            ))}
          </ul>
        </td>
      </tr>
    </tbody>
  );
}
