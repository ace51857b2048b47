import { mainNamespace, type Observation } from "#lab-kit/observation.ts";
import type { Addressed, Reason } from "./reason.ts";
import {
  isCutAfter,
  type RunFacts,
  refusalOf,
  runFacts,
  type SeenWrite,
  timesAt,
} from "./run-facts.ts";

/** What the observations say of one client. `received` means that its listener ran. */
export interface Explanation {
  received: boolean;
  handledTimes: number;
  reason: Reason;
}

/**
 * Says whether a client received the event and why, from the observations alone: no rule, and no
 * setting, is asked. What is not known yet is `pending` or `on-its-way`, never a non-reception.
 *
 * Look at a run between two events of the page's loop, never in the middle of one: a listener is
 * called right after the arrival, in the same turn.
 *
 * @param sender the client that emitted, or `server`
 */
export function explain(
  observations: readonly Observation[],
  who: string,
  sender: string,
): Explanation {
  const facts = runFacts(observations, sender);
  const handledTimes = facts ? timesAt(facts, who, "handled") : 0;
  const reason: Reason = facts ? reasonOf(facts, who, handledTimes) : { code: "pending" };
  return { received: handledTimes > 0, handledTimes, reason };
}

function reasonOf(facts: RunFacts, who: string, handledTimes: number): Reason {
  const write = facts.writes.find(({ recipients }) => recipients.includes(who));
  if (handledTimes > 0) {
    const addressed = write && { addressed: addressedBy(write, who) };
    return { code: "handled", times: handledTimes, ...addressed };
  }
  if (timesAt(facts, who, "arrived") > 0) return { code: "no-listener" };
  if (!write) return whyNotWritten(facts, who);
  return isCutAfter(facts, who, write)
    ? { code: "lost", connectionOf: who }
    : { code: "on-its-way" };
}

/** What the server's emit was for, and what in it fits this client. */
function addressedBy(write: SeenWrite, who: string): Addressed {
  const { kind, rooms, except, memberships } = write;
  if (kind === "socket") return { to: "one socket" };
  const named = namedIn(write);
  if (rooms.length === 0) return { to: "everybody", except, ...named };
  return { to: "rooms", rooms, isIn: both(rooms, memberships[who]), ...named };
}

/** The emit's namespace, in a run that knows more than one. */
const namedIn = ({ namespace, namespaces }: SeenWrite): { namespace?: string } =>
  namespace === mainNamespace && !namespaces ? {} : { namespace };

function whyNotWritten(facts: RunFacts, who: string): Reason {
  const { sender, kept, refused, writes } = facts;
  if (kept) return { code: "never-sent", sender, why: kept, ...senderOutside(facts) };
  if (refused !== undefined) return { code: "refused", sender, because: refused };
  if (facts.isLost) return { code: "lost", connectionOf: sender };
  if (!facts.isReturned) return { code: "pending" };
  const write = writes.at(-1);
  return write ? whyLeftOut(facts, write, who) : whyNoWrite(facts);
}

/** A sender that is not in the namespace of its own emit. */
function senderOutside(facts: RunFacts): { namespace?: string; refusal?: string } {
  const { namespace, sender } = facts;
  if (namespace === mainNamespace) return {};
  const refusal = refusalOf(facts, sender, namespace);
  return { namespace, ...(refusal !== undefined && { refusal }) };
}

function whyNoWrite({ isIncomplete, isAcknowledged, sender }: RunFacts): Reason {
  if (isIncomplete) return { code: "unexplained" };
  return isAcknowledged ? { code: "only-answered", to: sender } : { code: "server-silent" };
}

/**
 * Why the server's emit left a client out. Where several causes hold, the first that no other line
 * of the server would have mended: being the sender comes last, so that `io.…` would have reached it.
 */
function whyLeftOut(facts: RunFacts, write: SeenWrite, who: string): Reason {
  const { kind, recipients, rooms, except, memberships } = write;
  if (kind === "socket") return { code: "only-to", to: recipients.join(", ") };
  const own = memberships[who];
  if (!own) return whyOutside(facts, write, who);
  const isSender = except.includes(who);
  const named = namedIn(write);
  if (rooms.length > 0 && both(rooms, own).length === 0) {
    return { code: "not-in-room", rooms, isIn: own, isSender, ...named };
  }
  const [room] = both(except, own);
  if (room !== undefined) return { code: "kept-out", room, isSender, ...named };
  if (!isSender) return { code: "unexplained" };
  return { code: "sender-left-out", method: methodOf(rooms, except), ...named };
}

/** Why a client was not in the namespace of the emit. */
function whyOutside(facts: RunFacts, { namespace, namespaces }: SeenWrite, who: string): Reason {
  const isIn = namespaces?.[who];
  if (!isIn) return { code: "not-connected" };
  const message = refusalOf(facts, who, namespace);
  if (message !== undefined) return { code: "turned-back", namespace, message };
  return { code: "not-in-namespace", namespace, isIn };
}

/** The method that was called on the sender's socket, by what it left in the adapter's options. */
function methodOf(rooms: readonly string[], except: readonly string[]) {
  if (rooms.length > 0) return "to";
  return except.length > 1 ? "except" : "broadcast";
}

const both = (rooms: readonly string[], own: readonly string[] = []): string[] =>
  rooms.filter((room) => own.includes(room));
