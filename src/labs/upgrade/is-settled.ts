import type { Observation } from "#lab-kit/observation.ts";
import { type Exchange, isPending, isUpgraded } from "./exchange.ts";
import { awaitedHeartbeats, type Settings } from "./model.ts";
import { type RunFacts, runFacts, seen } from "./run-facts.ts";

/**
 * Whether a run has come to rest: Ann is where she stays, all that she set out to do is done, and
 * the server's socket has seen it. What the server saw on the way may still be under way to this
 * page. The settings say what to wait for, never what happened.
 */
export function isSettled(observations: readonly Observation[], settings: Settings): boolean {
  const facts = runFacts(observations);
  if (facts.endsOn === undefined) return false;
  if (facts.endsOn === "never") return isGivenUp(facts, settings);
  return isAtRest(facts) && isUpgradeDecided(facts, settings) && isSequelOver(facts, settings);
}

/**
 * Each attempt has failed, and the bench that stopped it has seen the end of its request. What the
 * bench did not stop may never have come here.
 */
function isGivenUp(facts: RunFacts, { websocket }: Settings): boolean {
  if (websocket === "free") return true;
  const failures = seen(facts, "connect-failed").length;
  const stops = seen(facts, "upgrade-stopped");
  const over = stops.filter(({ how }) => how === "refused" || how === "let-go").length;
  return over >= failures && facts.exchanges.length >= failures;
}

/** Ann was let in. On polling one request waits and no other; on WebSocket none does. */
function isAtRest({ exchanges, endsOn }: RunFacts): boolean {
  if (!hasSent(exchanges, "down", /^40\{/)) return false;
  const open = exchanges.filter(({ transport, answer }) => transport === "polling" && !answer);
  if (endsOn === "websocket") return open.length === 0 && exchanges.some(isUpgraded);
  return open.length === 1 && open.every(isPending);
}

/** An upgrade that was begun has come through, failed, or is held. */
function isUpgradeDecided(facts: RunFacts, { transports, websocket }: Settings): boolean {
  if (transports !== "default") return true;
  if (seen(facts, "upgrade-failed").length > 0) return true;
  if (websocket === "free")
    return hasSent(facts.exchanges, "up", /^5$/) && isUpgradedAtServer(facts);
  return websocket === "swallowed" && seen(facts, "upgrade-stopped").length > 0;
}

const isUpgradedAtServer = (facts: RunFacts): boolean =>
  seen(facts, "upgraded").some(({ clock }) => clock === "server");

function isSequelOver(facts: RunFacts, { sequel }: Settings): boolean {
  if (sequel === "nothing") return true;
  if (sequel === "heartbeats") return countSent(facts.exchanges, "up", /^3$/) >= awaitedHeartbeats;
  return seen(facts, "ack-received").length > 0 && hasSent(facts.exchanges, "down", /^43/);
}

type Way = "up" | "down";

const countSent = (exchanges: readonly Exchange[], way: Way, packet: RegExp): number =>
  exchanges
    .flatMap(({ packets }) => packets)
    .filter((one) => one.way === way && packet.test(one.text)).length;

const hasSent = (exchanges: readonly Exchange[], way: Way, packet: RegExp): boolean =>
  countSent(exchanges, way, packet) > 0;
