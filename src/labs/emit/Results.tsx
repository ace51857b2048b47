import { formatTime } from "#ui/format-time.ts";
import { PredictedCell, PredictionCaption } from "#ui/PredictionTable.tsx";
import { ackWords } from "./ack-words.ts";
import type { EmitLab } from "./emit-lab.ts";
import { type AckRow, ackRow, type OutcomeRow, outcomeRows } from "./outcome.ts";

/** What was said beside what happened, and why, for every client. */
export function Results({ lab }: { lab: EmitLab }) {
  const run = lab.run.value;
  if (!run) return null;
  const said = lab.saidBefore.value;
  const ack = ackRow(run, said);
  return (
    <table class="lab-table">
      <PredictionCaption isFromBefore={run.isFromBefore} />
      <thead>
        <tr>
          <th scope="col">client</th>
          <th scope="col">you said</th>
          <th scope="col">happened</th>
          <th scope="col">why</th>
        </tr>
      </thead>
      <tbody>
        {outcomeRows(run, said).map((row) => (
          <Row key={row.who} row={row} />
        ))}
        {ack ? <AckLine row={ack} caller={run.settings.from} /> : null}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: OutcomeRow }) {
  const { who, said, happened, reason } = row;
  return (
    <tr data-client={who} data-received={happened === undefined ? "unknown" : String(happened)}>
      <th scope="row">{who}</th>
      <PredictedCell
        said={said === undefined ? undefined : said ? "gets it" : "does not"}
        isRight={isRight(said, happened)}
      />
      <td class={happened === undefined ? "" : happened ? "is-ok" : "is-no"}>
        {happenedWords(row)}
      </td>
      <td>{reason}</td>
    </tr>
  );
}

function happenedWords({ happened, afterMs, errorMs = 0 }: OutcomeRow): string {
  if (happened === undefined) return "not known yet";
  if (!happened) return "did not receive";
  return afterMs === undefined ? "received" : `received after ${formatTime(afterMs, errorMs)}`;
}

function AckLine({ row, caller }: { row: AckRow; caller: string }) {
  const { said, happened, reason } = row;
  return (
    <tr data-client="callback">
      <th scope="row">{caller}’s callback</th>
      <PredictedCell said={said && ackWords[said]} isRight={isRight(said, happened)} />
      <td>{happened === undefined ? "not known yet" : ackWords[happened]}</td>
      <td>{reason}</td>
    </tr>
  );
}

const isRight = <Value,>(said: Value | undefined, happened: Value | undefined) =>
  said === undefined || happened === undefined ? undefined : said === happened;
