/** The real clients, in the order in which they connect. */
export const clientNames = ["Ann", "Bob", "Cem", "Dee"] as const;
export type ClientName = (typeof clientNames)[number];

/** How each page calls `io()`. */
export const transportChoices = ["default", "websocket"] as const;
export type TransportChoice = (typeof transportChoices)[number];

/** What the reader sets. */
export interface Settings {
  transports: TransportChoice;
  /** The load balancer sends all requests of a client to one node. */
  isSticky: boolean;
  /** The adapters of the nodes hand broadcasts on to each other. */
  hasAdapter: boolean;
  /** Once everybody has tried to connect, node 1 calls `io.emit`. */
  isEmitting: boolean;
}

/** So many of the clients. `other` is none of the rest. */
export const shares = ["none", "half", "all"] as const;
export type Share = (typeof shares)[number];

/** What the reader may say of a run before it. */
export interface Said {
  connected?: Share;
  reached?: Share;
}

export const nodeCount = 2;

/** The event that node 1 emits to all. */
export const news = "news";

/** Sessions that one client may begin in a run, before it is stopped. */
export const mostSessions = 2;

/** Whether a value, as a file holds it, is settings that this lab can show. */
export const isSettings = (value: unknown): value is Settings => {
  if (typeof value !== "object" || value === null) return false;
  const { transports, isSticky, hasAdapter, isEmitting } = value as Readonly<
    Record<string, unknown>
  >;
  const switches = [isSticky, hasAdapter, isEmitting];
  const known: readonly unknown[] = transportChoices;
  return known.includes(transports) && switches.every((one) => typeof one === "boolean");
};
