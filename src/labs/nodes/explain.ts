import type { ClientFacts, NodeWrite, RoutedTo, SeenRun } from "./run-facts.ts";
import { clientFacts, hasEmitted, nodeWrites } from "./run-facts.ts";

/** What became of one client, and why. */
export interface Explained {
  facts: ClientFacts;
  why: string;
}

/** Says of each client why, from what was observed alone. */
export function explain(run: SeenRun): Explained[] {
  const writes = hasEmitted(run) ? nodeWrites(run) : undefined;
  return clientFacts(run).map((facts) => ({ facts, why: whyOf(facts, writes) }));
}

function whyOf(facts: ClientFacts, writes: readonly NodeWrite[] | undefined): string {
  if (facts.node === undefined) return whyNotConnected(facts);
  return writes ? whyOfNews(facts, facts.node, writes) : whyConnected(facts);
}

function whyNotConnected({ requests, failures, errors }: ClientFacts): string {
  const [first] = failures;
  if (!first && errors[0]) return `Each attempt failed: ${errors[0]}.`;
  if (!first) return "It has not connected yet.";
  const nodes = nodesOf(requests);
  const times = failures.length === 1 ? "Its session" : `Each of its ${failures.length} sessions`;
  return `${times} ended with ${first.status} ${first.body}: its requests went to nodes ${nodes.join(" and ")}, and only the node that opened a session knows it.`;
}

function whyConnected({ requests }: ClientFacts): string {
  const [home, ...others] = nodesOf(requests);
  if (requests.length === 1)
    return `It made one request, which node ${home} took, and that became the connection: nothing is left to send elsewhere.`;
  if (others.length === 0) return `All its ${requests.length} requests went to node ${home}.`;
  return "Its requests went to several nodes, and by chance enough of them to the right one.";
}

function whyOfNews(
  { who, isReached }: ClientFacts,
  node: number,
  writes: readonly NodeWrite[],
): string {
  const write = writes.find(({ recipients }) => recipients.includes(who));
  if (isReached && write && node !== 1)
    return `Node 1 handed the broadcast on to node ${node}, and that wrote it to its own clients.`;
  if (isReached && write) return "Node 1 wrote it to its own clients, and this is one of them.";
  if (write) return `Node ${node} wrote it, and it has not arrived.`;
  return `It is a client of node ${node}, and node ${node} wrote nothing: node 1 knows its own clients only, and nobody handed the broadcast on.`;
}

const nodesOf = (requests: readonly RoutedTo[]): number[] => [
  ...new Set(requests.map(({ node }) => node).toSorted()),
];
