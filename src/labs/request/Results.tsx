import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { PredictionTable } from "#ui/PredictionTable.tsx";
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
      <PredictionTable
        rows={[{ ...outcome, asked: askWords[outcome.ask].label }]}
        isFromBefore={run.isFromBefore}
      />
      <Roles run={run} />
      <Kernel run={run} />
    </div>
  );
}
