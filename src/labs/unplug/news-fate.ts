import { type Observation, seen, type Write } from "#lab-kit/observation.ts";

/** What became of one news at one client, and by what it is known. */
export type NewsCode =
  /** The listener ran once, and the server wrote it once. */
  | "direct"
  /** Recovery kept it, and it was written when the client was back. */
  | "restored"
  /** The server sent it again to this client alone. */
  | "replayed"
  /** It was written into a pulled cable, and came when that was plugged in. */
  | "held"
  /** It arrived once, and more than one listener took it. */
  | "two-listeners"
  /** It arrived more than once. */
  | "sent-twice"
  | "no-listener"
  /** The server wrote it to a connection that was dead, and it never arrived. */
  | "lost"
  /** The server wrote it, and neither its arrival nor the end of the connection was seen so far. */
  | "on-its-way"
  /** The server had no socket of this client when it emitted. */
  | "not-connected"
  /** The server did not keep all its observations. */
  | "unexplained";

/** One event and one client: how often its listener ran, and why. */
export interface Fate<Code extends string> {
  /** Its number, as in `3` or `B1`. */
  number: string;
  times: number;
  code: Code;
}

interface SeenWrite extends Write {
  seq: number;
}

/** What became of each news that the server emitted, at this client. */
export const newsFates = (observations: readonly Observation[], who: string): Fate<NewsCode>[] =>
  seen(observations, "emitted")
    .filter(({ where }) => where === "server")
    .map(({ event }) => fateOf(observations, who, event));

function fateOf(observations: readonly Observation[], who: string, event: string): Fate<NewsCode> {
  const isHere = (fact: { where: string; event: string }) =>
    fact.where === who && fact.event === event;
  const times = seen(observations, "handled").filter(isHere).length;
  const arrivals = seen(observations, "arrived").filter(isHere).length;
  const writes = seen(observations, "written").filter((fact) => fact.event === event);
  const toHere = writes
    .filter(({ write }) => write.recipients.includes(who))
    .map(({ write, seq }): SeenWrite => ({ ...write, seq }));
  const number = event.replace("news ", "");
  const code =
    times > 0
      ? whyHandled(observations, who, { times, arrivals, writes: toHere })
      : whyMissed(observations, who, { arrivals, toHere, isEmitted: writes.length > 0 });
  return { number, times, code };
}

function whyHandled(
  observations: readonly Observation[],
  who: string,
  { times, arrivals, writes }: { times: number; arrivals: number; writes: readonly SeenWrite[] },
): NewsCode {
  if (arrivals > 1) return "sent-twice";
  if (times > arrivals) return "two-listeners";
  const [first, ...later] = writes;
  // The last write is the one that can have arrived, if the first was lost with its connection.
  const last = later.at(-1) ?? first;
  if (last?.kind === "restored") return "restored";
  if (last && isToOne(last, who)) return "replayed";
  return first && isHeld(observations, who, first.seq) ? "held" : "direct";
}

function whyMissed(
  observations: readonly Observation[],
  who: string,
  found: { arrivals: number; toHere: readonly SeenWrite[]; isEmitted: boolean },
): NewsCode {
  if (found.arrivals > 0) return "no-listener";
  const last = found.toHere.at(-1);
  if (last) return isEndedAfter(observations, who, last.seq) ? "lost" : "on-its-way";
  if (seen(observations, "skipped").length > 0) return "unexplained";
  return found.isEmitted ? "not-connected" : "on-its-way";
}

/** Whether the server saw a connection of this client end after the write with this `seq`. */
const isEndedAfter = (observations: readonly Observation[], who: string, seq: number): boolean =>
  seen(observations, "disconnected").some(
    (fact) => fact.where === who && fact.clock === "server" && fact.seq > seq,
  );

/** With recovery, an emit of one socket is a broadcast to the room of its id. */
const isToOne = ({ kind, rooms }: Write, who: string): boolean =>
  kind === "socket" || (kind === "broadcast" && rooms.length === 1 && rooms[0] === who);

/** Whether the server's clock puts `seq` between a pull of this client's cable and its end. */
export function isHeld(observations: readonly Observation[], who: string, seq: number): boolean {
  const before = seen(observations, "fault").findLast(
    (fact) => fact.where === who && fact.clock === "server" && fact.seq < seq,
  );
  return before?.fault === "pulled";
}
