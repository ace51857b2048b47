import type { FailureText } from "./failures.ts";

/** Name under which a page's own connection waits for a lease. */
export const pageLane = "page";

/** Says which clients have no connection because the browser has none left for them. */
export function unleasedText(names: readonly string[]): FailureText {
  const clients = names.filter((name) => name !== pageLane);
  const who = names.includes(pageLane) ? "this page waits" : waiting(clients);
  return {
    says: `WebSocket is blocked here, and the browser has few other connections: ${who} for one.`,
    next: "Close or hide another tab of this site. Then it connects by itself.",
  };
}

const waiting = (clients: readonly string[]): string =>
  clients.length === 1
    ? `${clients[0]} waits`
    : `${clients.length} clients (${clients.join(", ")}) wait`;
