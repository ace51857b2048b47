import { PredictionSign } from "#ui/PredictionSign.tsx";
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
      <table class="nodes-table nodes-clients">
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
      <table class="nodes-table">
        <caption>What you said, and what happened</caption>
        <thead>
          <tr>
            <th scope="col">question</th>
            <th scope="col">you said</th>
            <th scope="col">happened</th>
          </tr>
        </thead>
        <tbody>
          {outcomeRows(run, lab.saidBefore.value).map((row) => (
            <Row key={row.ask} row={row} />
          ))}
        </tbody>
      </table>
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

function Row({ row: { ask, said, count, isRight } }: { row: OutcomeRow }) {
  return (
    <tr data-ask={ask}>
      <th scope="row">{askWords[ask]}</th>
      <td>
        {said === undefined ? (
          <span role="img" aria-label="no prediction">
            –
          </span>
        ) : (
          shareWords[said]
        )}
        <PredictionSign isRight={isRight} />
      </td>
      <td>{countWords(count)}</td>
    </tr>
  );
}
