import { type PredictionRow, PredictionTable } from "#ui/PredictionTable.tsx";
import { type Explained, explain } from "./explain.ts";
import type { NodesLab } from "./nodes-lab.ts";
import { type OutcomeRow, outcomeRows } from "./outcome.ts";
import { askWords, countWords, shareWords } from "./words.ts";

/** Who is where, who got the news and why, and what was said beside what happened. */
export function Results({ lab }: { lab: NodesLab }) {
  const run = lab.run.value;
  if (!run || run.stage === "running") return null;
  const { isEmitting } = run.settings;
  return (
    <div class="nodes-results">
      <table class="lab-table nodes-clients">
        <caption>
          Each client, and why{run.isFromBefore ? " (before the interruption)" : ""}
        </caption>
        <thead>
          <tr>
            <th scope="col">client</th>
            <th scope="col">node</th>
            {isEmitting ? <th scope="col">news</th> : null}
            <th scope="col">why</th>
          </tr>
        </thead>
        <tbody>
          {explain(run).map((client) => (
            <ClientRow key={client.facts.who} client={client} isEmitting={isEmitting} />
          ))}
        </tbody>
      </table>
      <PredictionTable
        rows={outcomeRows(run, lab.saidBefore.value).map(inWords)}
        isFromBefore={run.isFromBefore}
      />
    </div>
  );
}

function ClientRow(props: { client: Explained; isEmitting: boolean }) {
  const { facts, why } = props.client;
  return (
    <tr data-who={facts.who}>
      <th scope="row">{facts.who}</th>
      <td>
        {facts.node === undefined ? (
          "none"
        ) : (
          <span class="nodes-key" data-node={facts.node}>
            {facts.node}
          </span>
        )}
      </td>
      {props.isEmitting ? <td>{facts.isReached ? "yes" : "no"}</td> : null}
      <td>{why}</td>
    </tr>
  );
}

const inWords = ({ ask, said, count, isRight }: OutcomeRow): PredictionRow => ({
  ask,
  asked: askWords[ask],
  said: said && shareWords[said],
  happened: countWords(count),
  isRight,
});
