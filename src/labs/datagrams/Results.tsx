import { type PredictionRow, PredictionTable } from "#ui/PredictionTable.tsx";
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
      <PredictionTable rows={rows.map(inWords)} isFromBefore={run.isFromBefore} />
    </div>
  );
}

const inWords = ({ ask, said, happened, isRight }: OutcomeRow): PredictionRow => ({
  ask,
  asked: askWords[ask],
  said: said && answerWords(ask, said),
  happened: happened && answerWords(ask, happened),
  isRight,
});
