import { PredictionSign } from "#ui/PredictionSign.tsx";
import { askWords, saidWords } from "./choice-words.ts";
import { type OutcomeRow, outcomeRows } from "./outcome.ts";
import { Steps } from "./Steps.tsx";
import { steps } from "./steps.ts";
import type { UpgradeLab } from "./upgrade-lab.ts";

/** What was said beside what happened, and every step with its reason. */
export function Results({ lab, chosen }: { lab: UpgradeLab; chosen: string | undefined }) {
  const run = lab.run.value;
  if (!run || run.stage === "running") return null;
  const rows = outcomeRows(run, lab.saidBefore.value);
  return (
    <div class="upgrade-results">
      <table class="upgrade-outcome">
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
      <Steps steps={steps(run.observations, run.clocks)} chosen={chosen} />
    </div>
  );
}

function Row({ row: { ask, said, happened } }: { row: OutcomeRow }) {
  const words = saidWords[ask];
  return (
    <tr data-ask={ask}>
      <th scope="row">{askWords[ask]}</th>
      <td>
        {said === undefined ? (
          <span role="img" aria-label="no prediction">
            –
          </span>
        ) : (
          words[said]
        )}
        <PredictionSign isRight={said && happened ? said === happened : undefined} />
      </td>
      <td>{happened === undefined ? "not known yet" : words[happened]}</td>
    </tr>
  );
}
