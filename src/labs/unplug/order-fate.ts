import { type Observation, seen } from "#lab-kit/observation.ts";
import type { Fate } from "./news-fate.ts";

/** What became of one order, and by what it is known. */
export type OrderCode =
  /** The server's listener carried it out once. */
  | "direct"
  /** It was sent into a pulled cable, and came when that was plugged in. */
  | "held"
  /** The client kept it and sent it later, and then it was carried out. */
  | "kept"
  /** It was sent, its client was told that no answer came, and it was carried out all the same. */
  | "told-wrongly"
  /** It arrived more than once, and each time it was carried out. */
  | "repeated"
  /** It arrived more than once, and only the first was carried out. */
  | "repeat-known"
  /** The client dropped it, since it was volatile. */
  | "dropped"
  /** The client sent it, and it never arrived. */
  | "lost"
  /** The client sent it more than once, and none arrived. */
  | "lost-each-time"
  /** The client sent it, and neither its arrival nor the end of the connection was seen so far. */
  | "on-its-way"
  /** It is still in the client's buffer. */
  | "waiting"
  /** When the time was up, the client took it out of its buffer. */
  | "taken-out"
  | "unexplained";

/** An order's fate, and what its client was told. */
export interface OrderFate extends Fate<OrderCode> {
  /** It was in the client's buffer, or in its queue. */
  wasKept: boolean;
  /** How often it was handed to a connection, and how often it arrived. */
  sent: number;
  arrived: number;
  /** What the callback got; absent if it was not called, or there is none. */
  told?: { answer: string } | { error: string };
}

/** What became of each order of this client. The observations are in the order the page had them. */
export const orderFates = (observations: readonly Observation[], who: string): OrderFate[] =>
  seen(observations, "emitted")
    .filter(({ where }) => where === who)
    .map(({ event }) => {
      const fate = fateOf(observations, who, event);
      const isHeld = fate.code === "direct" && wasHeld(observations, who, event);
      return isHeld ? { ...fate, code: "held" } : fate;
    });

/**
 * Whether the page knew of a pull and of no end to it when it sent this, and the server had it only
 * after that end. No clocks are compared: a pull may be shorter than their error.
 */
function wasHeld(observations: readonly Observation[], who: string, event: string): boolean {
  const sentAt = observations.findIndex(
    (fact) => fact.what === "sent" && fact.where === who && fact.event === event,
  );
  const ofWho = ({ where, clock }: Observation) => where === who && clock === "server";
  const before = seen(observations.slice(0, Math.max(0, sentAt)), "fault").findLast(ofWho);
  const after = seen(observations.slice(sentAt + 1), "fault").find(ofWho);
  const came = seen(observations, "received").find(
    (fact) => fact.from === who && fact.event === event,
  );
  const isPulled = before?.fault === "pulled" && after?.fault === "plugged";
  return isPulled && came !== undefined && came.seq > after.seq;
}

function fateOf(all: readonly Observation[], who: string, event: string): OrderFate {
  const observations = all.filter((fact) => "event" in fact && fact.event === event);
  const atPage = observations.filter(({ where }) => where === who);
  const atServer = observations.filter(({ where }) => where === "server");
  const told = toldOf(atPage);
  const found = {
    number: event.replace("order ", ""),
    times: seen(atServer, "handled").length,
    wasKept: seen(atPage, "buffered").length > 0,
    sent: seen(atPage, "sent").length,
    arrived: seen(atServer, "received").length,
    ...(told && { told }),
  };
  const why = {
    isDropped: seen(atPage, "dropped").length > 0,
    isIncomplete: seen(all, "skipped").length > 0,
    isOver: isOverAfter(all, who, seen(atPage, "sent").at(-1)?.seq ?? 0),
  };
  return { ...found, code: found.times > 0 ? whyHandled(found) : whyMissed(found, why) };
}

/** Whether both sides saw the connection end on which the client sent last. */
function isOverAfter(all: readonly Observation[], who: string, seq: number): boolean {
  const ends = seen(all, "disconnected").filter(({ where }) => where === who);
  const here = ends.filter(({ clock }) => clock === "page");
  const breaks = here.findIndex((end) => end.seq > seq);
  return breaks >= 0 && ends.length - here.length > breaks;
}

function toldOf(atPage: readonly Observation[]): OrderFate["told"] {
  const answer = seen(atPage, "ack-received")[0]?.answer;
  const error = seen(atPage, "ack-timed-out")[0]?.error;
  if (answer !== undefined) return { answer };
  return error === undefined ? undefined : { error };
}

type Found = Omit<OrderFate, "code">;

function whyHandled({ times, arrived, told, wasKept }: Found): OrderCode {
  if (times > 1) return "repeated";
  if (arrived > 1) return "repeat-known";
  if (told && "error" in told) return "told-wrongly";
  return wasKept ? "kept" : "direct";
}

interface Circumstances {
  isDropped: boolean;
  isIncomplete: boolean;
  isOver: boolean;
}

function whyMissed(
  { sent, arrived, wasKept, told }: Found,
  { isDropped, isIncomplete, isOver }: Circumstances,
): OrderCode {
  if (isDropped) return "dropped";
  if (sent === 0) return wasKept ? (told ? "taken-out" : "waiting") : "unexplained";
  if (isIncomplete) return "unexplained";
  if (arrived > 0 || !isOver) return "on-its-way";
  return sent > 1 ? "lost-each-time" : "lost";
}
