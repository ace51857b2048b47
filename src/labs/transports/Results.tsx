import { PredictionSign } from "#ui/PredictionSign.tsx";
import { ItemTable, LaneTable } from "./LaneTable.tsx";
import { type OutcomeRow, outcomeRows } from "./outcome.ts";
import type { TransportsLab } from "./transports-lab.ts";
import { askWords } from "./words.ts";

/** The figures of each lane, and what was said beside what happened. */
export function Results({ lab }: { lab: TransportsLab }) {
  const run = lab.run.value;
  if (!run) return null;
  const rows = run.stage === "running" ? [] : outcomeRows(run, lab.saidBefore.value);
  return (
    <div class="transports-results">
      {run.settings.show === "news" ? (
        <>
          <LaneTable run={run} />
          <ItemTable run={run} />
        </>
      ) : null}
      {rows.length === 0 ? null : (
        <table class="transports-table">
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
      )}
    </div>
  );
}

function Row({ row: { ask, said, happened, isRight } }: { row: OutcomeRow }) {
  return (
    <tr data-ask={ask}>
      <th scope="row">{askWords[ask]}</th>
      <td>
        {said ?? (
          <span role="img" aria-label="no prediction">
            –
          </span>
        )}
        <PredictionSign isRight={isRight} />
      </td>
      <td>{happened ?? "not known yet"}</td>
    </tr>
  );
}
