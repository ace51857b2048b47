import { type Observation, seen } from "#lab-kit/observation.ts";
import type { ClientName } from "./model.ts";

/**
 * What a step of a script may wait for: that a client's connection is `gone`, for both sides, for
 * its page (`gone-here`); that it is `back`, or was refused; that the server has `one-socket` of it;
 * that a heartbeat went into its pulled cable; that a callback was told of no answer; that recovery
 * forgot a session, or packets.
 */
export type Condition =
  | "gone"
  | "gone-here"
  | "back"
  | "one-socket"
  | "pinged"
  | "timed-out"
  | "forgot-session"
  | "forgot-packets";

/** What was observed of a run, and where in it the last step began. */
export interface SoFar {
  observations: readonly Observation[];
  /** Index of the first observation after the last step that did something. */
  since: number;
}

/** Whether a condition is met. Every client is connected when a run begins. */
export function isMet(condition: Condition, who: ClientName, soFar: SoFar): boolean {
  return conditions[condition](who, soFar);
}

const conditions: Readonly<Record<Condition, (who: ClientName, soFar: SoFar) => boolean>> = {
  gone: (who, { observations }) =>
    lastOfPage(observations, who) !== "connected" && socketsOf(observations, who) === 0,
  "gone-here": (who, { observations }) => lastOfPage(observations, who) !== "connected",
  back: (who, { observations }) => {
    const last = lastOfPage(observations, who);
    return last === "refused" || (last === "connected" && isKnownToServer(observations, who));
  },
  "one-socket": (who, { observations }) => socketsOf(observations, who) === 1,
  pinged: (who, { observations, since }) =>
    seen(observations.slice(since), "pinged").some(({ where }) => where === who),
  "timed-out": (who, { observations, since }) =>
    seen(observations.slice(since), "ack-timed-out").some(({ where }) => where === who),
  "forgot-session": (_, { observations, since }) =>
    seen(observations.slice(since), "forgot").some(({ sessions }) => sessions > 0),
  "forgot-packets": (_, { observations, since }) =>
    seen(observations.slice(since), "forgot").some(({ packets }) => packets > 0),
};

/** The last that a client's page said of its connection. */
export function lastOfPage(observations: readonly Observation[], who: string) {
  const last = observations.findLast(
    ({ where, clock, what }) =>
      where === who &&
      clock === "page" &&
      (what === "connected" || what === "disconnected" || what === "refused"),
  );
  return (last?.what ?? "connected") as "connected" | "disconnected" | "refused";
}

/** Sockets that the server has of a client. */
export function socketsOf(observations: readonly Observation[], who: string): number {
  const ofServer = observations.filter(({ where, clock }) => where === who && clock === "server");
  return 1 + seen(ofServer, "connected").length - seen(ofServer, "disconnected").length;
}

/** Each connection that the page told of was told by the server, too. */
function isKnownToServer(observations: readonly Observation[], who: string): boolean {
  const connected = seen(observations, "connected").filter(({ where }) => where === who);
  const atServer = connected.filter(({ clock }) => clock === "server").length;
  return atServer >= connected.length - atServer;
}
