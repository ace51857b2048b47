import { PredictionTable } from "#ui/PredictionTable.tsx";
import { ItemTable, LaneTable } from "./LaneTable.tsx";
import { outcomeRows } from "./outcome.ts";
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
        <PredictionTable
          rows={rows.map((row) => ({ ...row, asked: askWords[row.ask] }))}
          isFromBefore={run.isFromBefore}
        />
      )}
    </div>
  );
}
