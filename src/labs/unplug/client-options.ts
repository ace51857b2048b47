import type { SubjectOptions } from "#lab-kit/subject.ts";
import { type Policy, retries, times } from "./model.ts";

/** The policies of a client that tries an order again until it is answered. */
export const triesAgain = ({ call }: Policy): boolean =>
  call === "retries" || call === "retries-silent";

/**
 * Options of the real client of one policy.
 *
 * @param lastNews the newest news that this client's listener has had
 */
export const clientOptions = (
  policy: Policy,
  lastNews: () => number,
): NonNullable<SubjectOptions["client"]> => ({
  transports: ["websocket"],
  autoConnect: false,
  reconnectionDelay: times.reconnectMs,
  reconnectionDelayMax: times.reconnectMs,
  randomizationFactor: 0,
  ...(triesAgain(policy) && { retries, ackTimeout: times.ackTimeoutMs }),
  ...(policy.replays && {
    auth: (give: (data: object) => void) => give({ last: lastNews() }),
  }),
});
