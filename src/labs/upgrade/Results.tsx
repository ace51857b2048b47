import { type PredictionRow, PredictionTable } from "#ui/PredictionTable.tsx";
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
      <PredictionTable rows={rows.map(inWords)} isFromBefore={run.isFromBefore} />
      <Steps steps={steps(run.observations, run.clocks)} chosen={chosen} />
    </div>
  );
}

const inWords = ({ ask, said, happened }: OutcomeRow): PredictionRow => ({
  ask,
  asked: askWords[ask],
  said: said && saidWords[ask][said],
  happened: happened && saidWords[ask][happened],
  isRight: said && happened ? said === happened : undefined,
});
