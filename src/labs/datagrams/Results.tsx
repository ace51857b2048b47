import { PredictionSign } from "#ui/PredictionSign.tsx";
import type { DatagramsLab } from "./datagrams-lab.ts";
import { KernelRows } from "./KernelRows.tsx";
import { type OutcomeRow, outcomeRows } from "./outcome.ts";
import { isOver } from "./run-facts.ts";
import { Tally } from "./Tally.tsx";
import { answerWords, askWords } from "./words.ts";

/** The figures of the run, the kernel's own, and what was said beside what happened. */
export function Results({ lab }: { lab: DatagramsLab }) {
  const run = lab.bench.run.value;
  if (!run || !isOver(run)) return null;
  const rows = outcomeRows(run, lab.saidBefore.value);
  return (
    <div class="datagrams-results">
      <Tally run={run} />
      <KernelRows run={run} />
      <table class="datagrams-table">
        <caption>
          What you said, and what happened{run.isFromBefore ? " before the interruption" : ""}
        </caption>
        <thead>
          <tr>
            <th scope="col">question</th>
            <th scope="col">you said</th>
            <th scope="col">happened</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.ask} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row: { ask, said, happened, isRight } }: { row: OutcomeRow }) {
  return (
    <tr data-ask={ask}>
      <th scope="row">{askWords[ask]}</th>
      <td>
        {said === undefined ? (
          <span role="img" aria-label="no prediction">
            –
          </span>
        ) : (
          answerWords(ask, said)
        )}
        <PredictionSign isRight={isRight} />
      </td>
      <td>{happened === undefined ? "not known" : answerWords(ask, happened)}</td>
    </tr>
  );
}
