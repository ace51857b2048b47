import {
  type HttpAnswer,
  type Observation,
  type RoutedRequest,
  seen,
} from "#lab-kit/observation.ts";
import { type ClientName, clientNames, news } from "./model.ts";

/** One request of a client, and what the load balancer made of it. */
export interface RoutedTo {
  request: RoutedRequest;
  node: number;
  /** What the node said, if it refused it. */
  refused?: string;
}

/** What became of one client in a run. */
export interface ClientFacts {
  who: ClientName;
  requests: RoutedTo[];
  /** Answers that ended its sessions. */
  failures: HttpAnswer[];
  /** Errors without an answer. */
  errors: string[];
  /** The node that it is connected to, if it is. */
  node?: number;
  /** Its listener got the news. */
  isReached: boolean;
}

/** What a node wrote in one emit. */
export interface NodeWrite {
  node: number;
  recipients: string[];
}

/** An answer is read from any run of this lab. */
export interface SeenRun {
  observations: readonly Observation[];
}

/** What each client came to. */
export const clientFacts = ({ observations }: SeenRun): ClientFacts[] =>
  clientNames.map((who) => factsOf(who, observations));

/** Whom each node wrote the news to. A node that wrote nothing is missing. */
export const nodeWrites = ({ observations }: SeenRun): NodeWrite[] =>
  seen(observations, "written")
    .filter(({ event }) => event === news)
    .map(({ node = 1, write: { recipients } }) => ({ node, recipients }));

/** Whether node 1 has emitted. */
export const hasEmitted = ({ observations }: SeenRun): boolean =>
  seen(observations, "returned").some(({ event }) => event === news);

function factsOf(who: ClientName, observations: readonly Observation[]): ClientFacts {
  const failed = seen(observations, "connect-failed").filter(({ where }) => where === who);
  const node = nodeOf(who, observations);
  return {
    who,
    requests: requestsOf(who, observations),
    failures: failed.flatMap(({ answer }) => (answer ? [answer] : [])),
    errors: failed.flatMap(({ error, answer }) => (answer ? [] : [error])),
    ...(node !== undefined && { node }),
    isReached: seen(observations, "handled").some(
      ({ where, event }) => where === who && event === news,
    ),
  };
}

/** A node answers a request before it hears of the next one. */
function requestsOf(who: ClientName, observations: readonly Observation[]): RoutedTo[] {
  const requests: RoutedTo[] = [];
  for (const seen of observations) {
    if (seen.what === "routed" && seen.from === who)
      requests.push({ request: seen.request, node: seen.node ?? 0 });
    if (seen.what === "request-refused" && seen.from === who) {
      const last = requests.findLast(({ node, refused }) => node === seen.node && !refused);
      if (last) last.refused = seen.says;
    }
  }
  return requests;
}

/** The client says whether it is connected, the server where. */
function nodeOf(who: ClientName, observations: readonly Observation[]): number | undefined {
  const mine = observations.filter(({ where }) => where === who);
  const own = mine.filter(
    ({ what, clock }) => clock === "page" && (what === "connected" || what === "disconnected"),
  );
  if (own.at(-1)?.what !== "connected") return undefined;
  return seen(mine, "connected").findLast(({ clock }) => clock === "server")?.node;
}
