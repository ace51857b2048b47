import type { AnswerId, CallId, RecoveryId, ScenarioId } from "./model.ts";

/** What happens in each scenario, for the list to choose from; how it ends is not said. */
export const scenarioWords: Readonly<Record<ScenarioId, string>> = {
  cut: "Bob’s connection is cut",
  "pull-and-plug": "Bob’s cable is pulled, and soon back in",
  "pull-too-long": "Bob’s cable is out for too long",
  "dead-link": "Bob orders over a dead link",
  manual: "Bob calls disconnect(), then connect()",
  "away-news": "News while Bob is away",
  "away-orders": "Orders while Bob is away",
  "late-listener": "Bob adds his listener late",
  "no-listener": "Bob has no listener",
  "two-listeners": "Bob adds his listener twice",
  "cut-at-once": "A cut before any news",
  ghost: "Bob notices the break first",
  kick: "The server throws Bob out and bans him",
  quiet: "A long silence, then a cut",
  "too-late": "Bob is away for longer than recovery keeps",
  "slow-answer": "An order with a slow network",
  order: "One order",
  "orders-lost": "One order each over dead links",
  "after-disconnect": "An order after disconnect()",
  burst: "Three orders at once",
  restart: "The server restarts",
  "both-away": "Ann and Bob are cut off together",
  "by-hand": "By hand: you do it all",
};

/** Connection state recovery, as its options are written. */
export const recoveryWords: Readonly<Record<RecoveryId, string>> = {
  off: "off, the default",
  on: "on: {}",
  checked: "on, skipMiddlewares: false",
  brief: "on, for one second only",
};

/** What a client calls for an order. */
export const callWords: Readonly<Record<CallId, string>> = {
  emit: "socket.emit",
  timeout: "socket.timeout(250).emit",
  retries: "retries: 2, with callback",
  "retries-silent": "retries: 2, no callback",
  volatile: "socket.volatile.emit",
};

/** When the listener for orders acknowledges. */
export const answerWords: Readonly<Record<AnswerId, string>> = {
  "at-once": "at once",
  late: "late",
  never: "never",
};
