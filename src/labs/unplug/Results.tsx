import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { Connections } from "./Connections.tsx";
import type { Settings } from "./model.ts";
import { type OutcomeRow, outcomeRows, type Said } from "./outcome.ts";

export interface ResultsProps {
  run: ShownRun<Settings>;
  said: Said;
}

/** What became of each flow of each client, in numbers, and why for each number. */
export function Results({ run, said }: ResultsProps) {
  const rows = outcomeRows(run.observations, run.clocks);
  return (
    <>
      <div class="unplug-scroll" tabIndex={-1}>
        <table class="unplug-results">
          <caption>What happened{run.isFromBefore ? " before the interruption" : ""}</caption>
          <thead>
            <tr>
              <th scope="col">flow</th>
              <th scope="col">emitted</th>
              <th scope="col">received</th>
              <th scope="col">missed</th>
              <th scope="col">doubled</th>
              <th scope="col">buffered</th>
            </tr>
          </thead>
          {rows.map((row) => (
            <Row key={`${row.who} ${row.flow}`} row={row} said={row.who === "Bob" ? said : {}} />
          ))}
        </table>
      </div>
      <Connections observations={run.observations} />
    </>
  );
}

function Row({ row, said }: { row: OutcomeRow; said: Said }) {
  const { who, flow, emitted, received, missed, doubled, buffered, reasons } = row;
  const saidMissed = flow === "news" ? said.missedNews : said.missedOrders;
  return (
    <tbody data-client={who} data-flow={flow}>
      <tr>
        <th scope="row">{flow === "news" ? `news ↓ ${who}` : `${who}’s orders ↑`}</th>
        <td>{emitted}</td>
        <td>{received}</td>
        <td class={missed > 0 ? "is-no" : ""}>
          {missed}
          <Sign said={saidMissed} happened={missed} />
        </td>
        <td class={doubled > 0 ? "is-no" : ""}>{doubled}</td>
        <td>{flow === "news" ? "none" : buffered}</td>
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

/** Whether prediction and run agree: a sign of its own, with a word for those who do not see it. */
function Sign({ said, happened }: { said: number | undefined; happened: number }) {
  if (said === undefined) return null;
  const isRight = said === happened;
  return <span class="unplug-sign">{isRight ? " = as you said" : ` ≠ you said ${said}`}</span>;
}
