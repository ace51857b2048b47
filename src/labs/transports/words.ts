import { laneNames, type Said, type Transport, type Visitor } from "./model.ts";

/** What the reader is asked before a run. */
export const askWords = {
  fewestRequests: "Fewest requests",
  latest: "Told latest, on average",
  requests: "Number of requests",
  stillWorks: "Gets through while six streams are open",
} as const satisfies Record<keyof Said, string>;

export const visitorWords = {
  fetch: "a fetch",
  websocket: "a new WebSocket",
} as const satisfies Record<Visitor, string>;

/** `a and b`, `a, b and c`; a word of its own for none. */
export function listed(names: readonly string[], none = "none"): string {
  if (names.length === 0) return none;
  const last = names.at(-1) ?? "";
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** Names of lanes, in a list. */
export const lanesListed = (lanes: readonly Transport[]): string =>
  listed(lanes.map((lane) => laneNames[lane]));

/** `812 B`, `4.3 kB`; 1 kB is 1000 bytes. */
export const sizeText = (bytes: number): string =>
  bytes < 1000 ? `${bytes}\u00a0B` : `${(bytes / 1000).toFixed(1)}\u00a0kB`;

export const requestsText = (count: number): string => `${count} request${count === 1 ? "" : "s"}`;
