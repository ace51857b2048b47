import { type Observation, seen } from "#lab-kit/observation.ts";
import type { AckOutcome } from "./ack-outcome.ts";
import { runFacts } from "./run-facts.ts";

/** What is observed of an acknowledgement; `error` is the client's own word. */
export interface AckExplanation {
  outcome: AckOutcome | "pending";
  answer?: string;
  error?: string;
}

/**
 * Says what became of the acknowledgement, from the observations alone. An event that waits at the
 * client is `buffered`, whether or not it asks for one.
 *
 * @returns undefined when none was asked for
 */
export function explainAck(
  observations: readonly Observation[],
  sender: string,
): AckExplanation | undefined {
  const own = observations.filter(({ where }) => where === sender);
  const [received] = seen(own, "ack-received");
  if (received) return { outcome: "ack", answer: received.answer };
  const [timedOut] = seen(own, "ack-timed-out");
  if (timedOut) return { outcome: "timeout", error: timedOut.error };
  const outcome = openOutcome(observations, sender);
  return outcome && { outcome };
}

function openOutcome(
  observations: readonly Observation[],
  sender: string,
): AckExplanation["outcome"] | undefined {
  if (sender === "server") return undefined;
  const facts = runFacts(observations, sender);
  if (facts?.kept) return facts.kept === "buffered" ? "buffered" : undefined;
  if (!facts?.isReturned) return "pending";
  if (!facts.wantsAck) return undefined;
  return facts.isAcknowledged ? "pending" : "nothing-yet";
}
