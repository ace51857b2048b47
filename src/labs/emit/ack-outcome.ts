/**
 * What became of an acknowledgement that the sender asked for: it came; the time was up first; it
 * has not come and nothing says that it ever will; the event still waits in the client's buffer.
 */
export const ackOutcomes = ["ack", "timeout", "nothing-yet", "buffered"] as const;
export type AckOutcome = (typeof ackOutcomes)[number];
