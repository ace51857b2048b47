/** How Ann's page calls `io()`. */
export const transportChoices = [
  "default",
  "websocket",
  "polling",
  "websocket-first",
  "try-all",
] as const;
export type TransportChoice = (typeof transportChoices)[number];

/** What the bench does with a WebSocket request. */
export const treatments = ["free", "refused", "swallowed"] as const;
export type Treatment = (typeof treatments)[number];

/** What happens once Ann is connected. */
export const sequels = ["nothing", "emit", "ping-then-emit", "heartbeats"] as const;
export type Sequel = (typeof sequels)[number];

/** What the reader sets. */
export interface Settings {
  transports: TransportChoice;
  websocket: Treatment;
  sequel: Sequel;
}

/** Where a connection may end. */
export const endings = ["polling", "websocket", "never"] as const;
export type Ending = (typeof endings)[number];

/** What the reader may say of a run before it. */
export interface Said {
  firstRequest?: "polling" | "websocket";
  endsOn?: Ending;
  whoPings?: "server" | "client";
}

/** The heartbeat of runs that wait for it, and that of all others, which is Socket.IO's own. */
export const pingIntervalMs = { short: 1000, usual: 25_000 };

/** How long Ann waits for a connection where answers are swallowed; by default 20 s. */
export const shortTimeoutMs = 1000;

/** Attempts after the first one, before Ann gives up; by default there is no end. */
export const attemptsAfter = 1;

/** Heartbeats that a run waits for. */
export const awaitedHeartbeats = 2;

/** Whether a run waits for a heartbeat, and so needs a short one. */
export const awaitsPing = ({ sequel }: Pick<Settings, "sequel">): boolean =>
  sequel === "ping-then-emit" || sequel === "heartbeats";

/** Whether a value, as a file holds it, is settings that this lab can show. */
export const isSettings = (value: unknown): value is Settings => {
  if (typeof value !== "object" || value === null) return false;
  const { transports, websocket, sequel } = value as Readonly<Record<string, unknown>>;
  return (
    isOneOf(transportChoices, transports) &&
    isOneOf(treatments, websocket) &&
    isOneOf(sequels, sequel)
  );
};

const isOneOf = (names: readonly string[], value: unknown): boolean =>
  typeof value === "string" && names.includes(value);
