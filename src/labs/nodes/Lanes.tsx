import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { clientNames, type Settings } from "./model.ts";
import { type ClientFacts, clientFacts, hasEmitted, type RoutedTo } from "./run-facts.ts";
import { requestWords } from "./words.ts";

/** One lane for each client: its requests in their order, each in the colour of the node it went to. */
export function Lanes({ run }: { run: ShownRun<Settings> | undefined }) {
  const clients = clientFacts(run ?? { observations: [] });
  const isOver = run !== undefined && run.stage !== "running";
  const isEmpty = clients.every(({ requests }) => requests.length === 0);
  return (
    <figure class="nodes-figure">
      <div class="nodes-lanes" role="img" aria-label={wordsOf(clients, isEmpty)}>
        {clients.map((client) => (
          <Lane key={client.who} client={client} isOver={isOver} news={newsOf(client, run)} />
        ))}
      </div>
      <Legend clients={clients} />
    </figure>
  );
}

/** What the signs mean, each as soon as it can be seen. Its place is kept, so that nothing moves. */
function Legend({ clients }: { clients: readonly ClientFacts[] }) {
  const requests = clients.flatMap((client) => client.requests);
  return (
    <figcaption class="nodes-caption">
      {[1, 2].map((node) => (
        <span key={node} class={signClass(requests.some((one) => one.node === node))}>
          <span class="nodes-key" data-node={node}>
            {node}
          </span>{" "}
          went to node {node}
        </span>
      ))}
      <span class={signClass(requests.some(({ refused }) => refused !== undefined))}>
        <span class="nodes-key is-refused">✕</span> refused with 400
      </span>
    </figcaption>
  );
}

const signClass = (isSeen: boolean): string => (isSeen ? "nodes-sign" : "nodes-sign is-not-seen");

interface LaneProps {
  client: ClientFacts;
  isOver: boolean;
  news: string | undefined;
}

function Lane({ client: { who, requests, node }, isOver, news }: LaneProps) {
  return (
    <div class="nodes-lane" data-node={node} data-who={who}>
      <b>{who}</b>
      <div class="nodes-chips">
        {requests.map((request, index) => (
          <Chip key={index} request={request} />
        ))}
        {isOver ? (
          <span class={node === undefined ? "nodes-end is-no" : "nodes-end"}>
            {node === undefined ? "✕ not connected" : `✓ connected to node ${node}`}
          </span>
        ) : null}
        {news === undefined ? null : (
          <span class={news === newsHere ? "nodes-end" : "nodes-end is-no"}>{news}</span>
        )}
      </div>
    </div>
  );
}

function Chip({ request: { request, node, refused } }: { request: RoutedTo }) {
  return (
    <span class={refused ? "nodes-chip is-refused" : "nodes-chip"} data-node={node}>
      {requestWords[request]} <i>{node}</i>
      {refused ? " ✕" : ""}
    </span>
  );
}

const newsHere = "✓ news";

function newsOf({ isReached }: ClientFacts, run: ShownRun<Settings> | undefined) {
  if (!run || run.stage === "running" || !hasEmitted(run)) return undefined;
  return isReached ? newsHere : "✕ no news";
}

function wordsOf(clients: readonly ClientFacts[], isEmpty: boolean): string {
  if (isEmpty) return `Requests of ${clientNames.join(", ")}. Nothing has happened yet.`;
  return `Requests of four clients. ${clients.map(laneWords).join(" ")}`;
}

const laneWords = ({ who, requests, node, isReached }: ClientFacts): string => {
  const list = requests.map(
    (one) => `${requestWords[one.request]} to node ${one.node}${one.refused ? ", refused" : ""}`,
  );
  const end = node === undefined ? "not connected" : `connected to node ${node}`;
  return `${who}: ${list.join("; ") || "no request"}; ${end}${isReached ? ", got the news" : ""}.`;
};
