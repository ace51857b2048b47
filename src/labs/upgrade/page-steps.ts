import { type Clocks, type Observation, serverMs } from "#lab-kit/observation.ts";
import { causeMs } from "./cause.ts";
import type { RunFacts } from "./run-facts.ts";
import type { Step } from "./step.ts";

type Words = Pick<Step, "what" | "why">;

const nameOf = (transport: string): string => (transport === "websocket" ? "WebSocket" : transport);

function wordsOf(seen: Observation): Words | undefined {
  switch (seen.what) {
    case "connected":
      return {
        what: "connect",
        why: `Ann’s program hears connect. At this moment she is on ${nameOf(seen.transport)}.`,
      };
    case "upgraded":
      return { what: "upgrade", why: `Ann’s client has changed to ${nameOf(seen.transport)}.` };
    case "upgrade-failed":
      return {
        what: "upgrade failed",
        why: "Ann’s client gives the upgrade up, and tells nobody.",
      };
    case "connect-failed":
      return { what: "connect_error", why: `Ann’s program hears connect_error: ${seen.error}.` };
    case "reconnecting":
      return { what: "reconnect_attempt", why: "Ann’s client begins anew, from the start." };
    case "gave-up":
      return {
        what: "reconnect_failed",
        why: "Ann’s client gives up, as this lab has told it to.",
      };
    case "ack-received":
      return { what: "callback", why: `Ann’s callback is called with ${seen.answer}.` };
    default:
      return undefined;
  }
}

/** Keeps an effect behind its cause when both would stand at one time. */
const behindMs = 1e-6;

/** What Ann's own program heard, on the page's clock, each behind its cause. */
export function pageSteps({ observations, exchanges }: RunFacts, clocks: Clocks): Step[] {
  const [first] = observations.filter(({ clock }) => clock === "page");
  // Where nothing came to the server, the page's own first word is the beginning.
  const originMs = exchanges[0]?.sentMs ?? (first ? serverMs(first, clocks) : 0);
  const errorMs = clocks.page?.errorMs ?? 0;
  const before = new Map<string, number>();
  let lastMs = Number.NEGATIVE_INFINITY;
  return observations.flatMap((seen) => {
    const words = seen.clock === "page" ? wordsOf(seen) : undefined;
    if (!words) return [];
    const nth = before.get(seen.what) ?? 0;
    before.set(seen.what, nth + 1);
    const atMs = serverMs(seen, clocks) - originMs;
    const causedMs = (causeMs(seen, nth, exchanges) ?? Number.NEGATIVE_INFINITY) - originMs;
    lastMs = Math.max(atMs, lastMs, causedMs + behindMs);
    return { ...words, atMs, orderMs: lastMs, errorMs, from: "page", packets: [] };
  });
}
