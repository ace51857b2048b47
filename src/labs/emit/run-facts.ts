import { namespaceOf, type Observation, seen, type Write } from "#lab-kit/observation.ts";
import type { Kept } from "./reason.ts";

/** One emit of the server, and its place among the server's observations. */
export interface SeenWrite extends Write {
  seq: number;
  namespace: string;
}

/** What the observations of a run say about the one event that it is about. */
export interface RunFacts {
  observations: readonly Observation[];
  sender: string;
  event: string;
  /** The namespace that it was emitted in. */
  namespace: string;
  writes: SeenWrite[];
  /** How it was kept at the sender's client; absent once it was sent. */
  kept: Kept | undefined;
  /** The server's word for turning it away. */
  refused: string | undefined;
  /** It was sent, and the sender's connection ended before it reached the server. */
  isLost: boolean;
  wantsAck: boolean;
  isAcknowledged: boolean;
  /** The server has done all that it will do about it. */
  isReturned: boolean;
  /** The server did not keep all of its observations. */
  isIncomplete: boolean;
}

/**
 * Reads a run's observations. A guest's own report comes later than the server's, so an arrival at
 * the server tells of the event as well as its emit.
 *
 * @returns undefined before the event was seen
 */
export function runFacts(
  observations: readonly Observation[],
  sender: string,
): RunFacts | undefined {
  const received = seen(observations, "received").find(({ from, event }) => {
    return from === sender && isOfRun(observations, sender, event);
  });
  const event = emittedEvent(observations, sender) ?? received?.event;
  if (event === undefined) return undefined;
  const emitted = emittedBy(observations, sender) ?? received;
  return {
    observations,
    sender,
    event,
    namespace: namespaceOf(emitted ?? {}),
    writes: writesOf(observations, event),
    kept: received ? undefined : keptOf(observations, sender, event),
    refused: seen(observations, "dropped").find(
      ({ where, clock }) => where === sender && clock === "server",
    )?.reason,
    isLost: !received && isLost(observations, sender, event),
    wantsAck: received?.wantsAck ?? false,
    isAcknowledged: seen(observations, "acknowledged").some(({ to }) => to === sender),
    isReturned: seen(observations, "returned").some((fact) => fact.event === event),
    isIncomplete: seen(observations, "skipped").length > 0,
  };
}

/** Who emitted first in a run; `server` when it acted by itself. */
export const senderOf = (observations: readonly Observation[]): string | undefined =>
  seen(observations, "emitted")[0]?.where ?? seen(observations, "received")[0]?.from;

/** How often this client saw the event arrive, or had its listener called. */
export const timesAt = (
  { observations, event }: RunFacts,
  who: string,
  what: "arrived" | "handled",
): number =>
  seen(observations, what).filter((fact) => fact.where === who && fact.event === event).length;

/** Whether this client's connection ended after the server wrote to it. */
export function isCutAfter({ observations }: RunFacts, who: string, write: SeenWrite): boolean {
  const there = ofNamespace(observations, write.namespace);
  const ends = seen(there, "disconnected").filter(({ where }) => where === who);
  const isEndedAtServer = ends.some(({ clock, seq }) => clock === "server" && seq > write.seq);
  return isEndedAtServer || isOffline(there, who, "page");
}

/** The words with which a namespace refused this client, if that was the last that it heard of it. */
export function refusalOf(
  { observations }: RunFacts,
  who: string,
  namespace: string,
): string | undefined {
  const last = ofNamespace(observations, namespace).findLast(
    ({ where, what, clock }) =>
      where === who && clock === "page" && (what === "refused" || what === "connected"),
  );
  return last?.what === "refused" ? last.reason : undefined;
}

/** Facts of one namespace: a client may come to one and leave it, and stay in the others. */
const ofNamespace = (observations: readonly Observation[], namespace: string): Observation[] =>
  observations.filter((fact) => namespaceOf(fact) === namespace);

const emittedBy = (observations: readonly Observation[], sender: string) =>
  seen(observations, "emitted").find(({ where }) => where === sender);

const emittedEvent = (observations: readonly Observation[], sender: string): string | undefined =>
  emittedBy(observations, sender)?.event;

const isOfRun = (observations: readonly Observation[], sender: string, event: string): boolean =>
  (emittedEvent(observations, sender) ?? event) === event;

const writesOf = (observations: readonly Observation[], event: string): SeenWrite[] =>
  seen(observations, "written")
    .filter((fact) => fact.event === event)
    .map((fact) => ({ ...fact.write, seq: fact.seq, namespace: namespaceOf(fact) }));

function keptOf(
  observations: readonly Observation[],
  sender: string,
  event: string,
): RunFacts["kept"] {
  const own = observations.filter(({ where, clock }) => where === sender && clock !== "server");
  const has = (what: "sent" | "buffered" | "dropped") =>
    seen(own, what).some((fact) => fact.event === event);
  if (has("sent")) return undefined;
  if (has("dropped")) return "dropped";
  if (!has("buffered")) return undefined;
  return seen(own, "ack-timed-out").length > 0 ? "timed-out" : "buffered";
}

/** Both ends must have seen the end: the server's word on an arrival may still be on its way. */
function isLost(observations: readonly Observation[], sender: string, event: string): boolean {
  const sent = seen(observations, "sent").find(
    (fact) => fact.where === sender && fact.event === event,
  );
  const there = ofNamespace(observations, namespaceOf(sent ?? {}));
  const ended = seen(there, "disconnected").some(
    ({ where, clock, seq }) => where === sender && clock === sent?.clock && seq > sent.seq,
  );
  return ended && isOffline(there, sender, "server");
}

/** Whether the last that this clock says of a client's connection is that it ended. */
function isOffline(
  observations: readonly Observation[],
  who: string,
  clock: Observation["clock"],
): boolean {
  const last = observations.findLast(
    (fact) =>
      fact.where === who &&
      fact.clock === clock &&
      (fact.what === "connected" || fact.what === "disconnected"),
  );
  return last?.what === "disconnected";
}
