import type { AckOutcome } from "./ack-outcome.ts";

/** The outcomes of an acknowledgement, as choices and as results. */
export const ackWords: Readonly<Record<AckOutcome, string>> = {
  ack: "an answer",
  timeout: "an error: the time is up",
  "nothing-yet": "nothing",
  buffered: "nothing: the event waits in the client",
};
