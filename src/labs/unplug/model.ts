import type { PacketName } from "#lab-kit/packet-name.ts";

/** The clients of the lab. Bob is the one to whom things happen; Ann shows what would have been. */
export const clientNames = ["Ann", "Bob"] as const;
export type ClientName = (typeof clientNames)[number];

/** What a client calls for each order. */
export const callIds = ["emit", "timeout", "retries", "retries-silent", "volatile"] as const;
export type CallId = (typeof callIds)[number];

/**
 * Connection state recovery: `off` as by default; `on` with what Socket.IO has by default when it
 * is on; `checked` with `skipMiddlewares: false`; `brief` for a second only.
 */
export const recoveryIds = ["off", "on", "checked", "brief"] as const;
export type RecoveryId = (typeof recoveryIds)[number];

/** When the server's listener for orders calls the acknowledgement. */
export const answerIds = ["at-once", "late", "never"] as const;
export type AnswerId = (typeof answerIds)[number];

/** The server's listeners for an order: whether they know repeats, and when they acknowledge. */
export type ListenerId = `${"plain" | "once"}-${AnswerId}`;

/** The listener that the settings choose. */
export const listenerOf = ({
  answers,
  isIdempotent,
}: Pick<Settings, "answers" | "isIdempotent">): ListenerId =>
  `${isIdempotent ? "once" : "plain"}-${answers}`;

/** What runs: a script, or the reader's own hands. */
export const scenarioIds = [
  "cut",
  "pull-and-plug",
  "pull-too-long",
  "dead-link",
  "manual",
  "away-news",
  "away-orders",
  "late-listener",
  "no-listener",
  "two-listeners",
  "cut-at-once",
  "ghost",
  "kick",
  "quiet",
  "too-late",
  "slow-answer",
  "order",
  "orders-lost",
  "after-disconnect",
  "burst",
  "restart",
  "both-away",
  "by-hand",
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** What one client does about events that are missed. */
export interface Policy {
  call: CallId;
  /** It says on coming back which news it had last, and the server sends those after it. */
  replays: boolean;
}

/** All that the reader chooses before a run. */
export interface Settings {
  scenario: ScenarioId;
  recovery: RecoveryId;
  answers: AnswerId;
  /** The listener for orders knows a repeat, and does not carry it out again. */
  isIdempotent: boolean;
  clients: Record<ClientName, Policy>;
}

/** Times of this lab in milliseconds, and how often `retries` tries again. */
export const times = {
  pingIntervalMs: 700,
  pingTimeoutMs: 900,
  reconnectMs: 300,
  ackTimeoutMs: 250,
  recoveryMs: 120_000,
  briefRecoveryMs: 1000,
  briefLookMs: 250,
} as const;
export const retries = 2;

/** Numbers that one run may use up, of news, and of orders of each client. */
export const mostNumbers = 40;

/** An order's name: the client's initial and a number. */
export const orderName = (who: ClientName, number: number): string => `${who[0]}${number}`;

/** Whether a value off the wire is the name of an order. */
export const isOrderName = (value: unknown): value is string =>
  typeof value === "string" && /^[AB][1-9]\d?$/.test(value);

/** The event behind which a run ends; it is no part of what is observed. */
export const fenceEvent = "fence";

/** News and orders are numbered, and their numbers belong to their names. */
export const packetName: PacketName = (event, [first]) => {
  if (event === fenceEvent) return undefined;
  const isNumbered = typeof first === "number" || isOrderName(first);
  return isNumbered ? `${event} ${first}` : event;
};
