import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { PredictionSign } from "#ui/PredictionSign.tsx";
import { askWords, type Said } from "./asks.ts";
import { Kernel } from "./Kernel.tsx";
import type { Settings } from "./model.ts";
import { outcomeOf } from "./outcome.ts";
import { Roles } from "./Roles.tsx";
import { isOver } from "./run-facts.ts";

/** What was said beside what happened, the roles, and the kernel's table. */
export function Results({ run, said }: { run: ShownRun<Settings>; said: Said }) {
  if (!isOver(run)) return null;
  const outcome = outcomeOf(run, said);
  return (
    <div class="request-results">
      <table class="request-table">
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
          <tr data-ask={outcome.ask}>
            <th scope="row">{askWords[outcome.ask].label}</th>
            <td>
              {outcome.said ?? (
                <span role="img" aria-label="no prediction">
                  –
                </span>
              )}
              <PredictionSign isRight={outcome.isRight} />
            </td>
            <td>{outcome.happened ?? "not known"}</td>
          </tr>
        </tbody>
      </table>
      <Roles run={run} />
      <Kernel run={run} />
    </div>
  );
}
