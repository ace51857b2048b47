import { type Observation, seen } from "#lab-kit/observation.ts";
import type { Settings } from "./model.ts";
import { asksForAck, type Client } from "./rule.ts";
import { isCutAfter, type RunFacts, runFacts, timesAt } from "./run-facts.ts";

type Awaited = Pick<Settings, "from" | "pageCall" | "clients">;

/**
 * Whether a run has ended: nothing more will be observed of its event. It ended at the client that
 * kept it, at a connection that broke, or when the server is done, each recipient has it (or has
 * gone) and the acknowledgement is decided. The settings say what to wait for, never what happened.
 */
export function isComplete(
  observations: readonly Observation[],
  { from, pageCall, clients }: Awaited,
): boolean {
  const facts = runFacts(observations, from);
  if (!facts) return false;
  const needsTimer = from !== "server" && pageCall === "timeout";
  if (needsTimer && !isAckDecided(facts)) return false;
  if (facts.kept || facts.refused !== undefined || facts.isLost) return true;
  if (!facts.isReturned || !areRecipientsServed(facts, clients)) return false;
  const isAnswerUnderway = asksForAck(pageCall) && facts.isAcknowledged;
  return !isAnswerUnderway || isAckDecided(facts) || isSenderGone(facts);
}

/** A listener is called right after the arrival; a look between the two must not end the run. */
const areRecipientsServed = (facts: RunFacts, clients: Awaited["clients"]): boolean =>
  facts.writes.every((write) =>
    write.recipients.every((who) => {
      const last = clients[who as Client]?.listens ? "handled" : "arrived";
      return timesAt(facts, who, last) > 0 || isCutAfter(facts, who, write);
    }),
  );

const ofSender = ({ observations, sender }: RunFacts): Observation[] =>
  observations.filter(({ where }) => where === sender);

function isAckDecided(facts: RunFacts): boolean {
  const own = ofSender(facts);
  return seen(own, "ack-received").length > 0 || seen(own, "ack-timed-out").length > 0;
}

/** The page saw the sender's connection end after the emit. */
function isSenderGone(facts: RunFacts): boolean {
  const own = ofSender(facts).filter(({ clock }) => clock === "page");
  const emittedAt = own.findIndex(({ what }) => what === "emitted");
  return own.some(({ what }, index) => what === "disconnected" && index > emittedAt);
}
