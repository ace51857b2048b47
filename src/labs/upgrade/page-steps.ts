import { type Clocks, type Observation, serverMs } from "#lab-kit/observation.ts";
import type { Step } from "./step.ts";

/** Row of what Ann's own program is told. */
export const pageRow = "page";

const nameOf = (transport: string): string => (transport === "websocket" ? "WebSocket" : transport);

type Words = Pick<Step, "what" | "why">;

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

/** What Ann's own program heard, on the page's clock. */
export function pageSteps(
  observations: readonly Observation[],
  clocks: Clocks,
  originMs: number,
): Step[] {
  const errorMs = clocks.page?.errorMs ?? 0;
  return observations.flatMap((seen) => {
    const words = seen.clock === "page" ? wordsOf(seen) : undefined;
    if (!words) return [];
    const atMs = serverMs(seen, clocks) - originMs;
    return { ...words, atMs, errorMs, from: "page", row: pageRow, packets: [] };
  });
}
