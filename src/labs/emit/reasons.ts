import type { AckExplanation } from "./explain-ack.ts";
import type { Addressed, Reason, ReasonCode, ReasonOf } from "./reason.ts";

const join = (names: readonly string[]): string => {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
};

const whereabouts = (who: string, rooms: readonly string[], namespace?: string): string => {
  const there = namespace === undefined ? "" : " there";
  return `${who} is in ${rooms.length > 0 ? join(rooms) : "no room"}${there}.`;
};

/** Said only in a run that knows more than one namespace. */
const inThe = (namespace: string | undefined): string =>
  namespace === undefined ? "" : ` in ${namespace}`;

/** What `io` is in a namespace. */
const ioOf = (namespace: string | undefined): string =>
  namespace === undefined ? "io" : `io.of("${namespace}")`;

const leavers = {
  broadcast: (io: string) =>
    `socket.broadcast leaves out the socket it is called on; ${io}.emit would not.`,
  to: (io: string) => `socket.to leaves out the socket it is called on; ${io}.to would not.`,
  except: (io: string) =>
    `socket.except leaves out the socket it is called on, too; ${io}.except would not.`,
};

type KeptBack = Pick<ReasonOf<"never-sent">, "sender" | "namespace" | "refusal">;

const outside = ({ sender, namespace, refusal }: KeptBack): string => {
  if (namespace === undefined) return `${sender} was not connected`;
  if (refusal === undefined) return `${sender} is not in ${namespace}`;
  return `${sender} was refused in ${namespace} (“${refusal}”)`;
};

const keptBack = {
  buffered: (kept: KeptBack) =>
    `${outside(kept)}, so the event waits in the buffer of ${kept.sender}'s client. It goes out when ${kept.sender} ${kept.namespace === undefined ? "connects" : "has joined"}.`,
  "timed-out": (kept: KeptBack) =>
    `${outside(kept)}. When the time was up, ${kept.sender}'s client took the event out of its buffer: it is never sent.`,
  dropped: ({ sender }: KeptBack) =>
    `The event was volatile and ${sender}'s connection could not take it at once, so the client dropped it.`,
};

const anyway = (isSender: boolean): string =>
  isSender ? " The sender would have been left out anyway." : "";

function addressedText(addressed: Addressed, who: string): string {
  if (addressed.to === "one socket") return `The call was for ${who}'s socket alone.`;
  const { namespace } = addressed;
  if (addressed.to === "everybody") {
    const except = addressed.except.length > 0 ? ` except ${join(addressed.except)}` : "";
    return `The call was for everybody${inThe(namespace)}${except}.`;
  }
  const { rooms, isIn } = addressed;
  const once = isIn.length > 1 ? " That still makes one delivery." : "";
  return `The call was for ${join(rooms)}${inThe(namespace)}. ${whereabouts(who, isIn, namespace)}${once}`;
}

type Sentence<Code extends ReasonCode> = (reason: ReasonOf<Code>, who: string) => string;

/** One or two sentences for each reason. */
export const reasonTexts: { readonly [Code in ReasonCode]: Sentence<Code> } = {
  handled: ({ times, addressed }, who) => {
    const twice = times > 1 ? ` The listener ran ${times} times.` : "";
    return (addressed ? addressedText(addressed, who) : `${who}'s listener ran.`) + twice;
  },
  "no-listener": (_, who) =>
    `The event arrived, but ${who} has no listener for it. It is not kept for a later one.`,
  "sender-left-out": ({ method, namespace }) => leavers[method](ioOf(namespace)),
  "not-in-room": ({ rooms, isIn, isSender, namespace }, who) =>
    `The call was for ${join(rooms)}${inThe(namespace)}. ${whereabouts(who, isIn, namespace)}${anyway(isSender)}`,
  "kept-out": ({ room, isSender, namespace }, who) =>
    `The call keeps out ${room}${inThe(namespace)}, and ${who} is in it.${anyway(isSender)}`,
  "not-in-namespace": ({ namespace, isIn }, who) =>
    `The emit was in ${namespace}. ${who} is not in it: ${who} is in ${join(isIn)}.`,
  "turned-back": ({ namespace, message }, who) =>
    `The emit was in ${namespace}. Its middleware refused ${who}; the connect_error says “${message}”.`,
  "not-connected": (_, who) =>
    `${who} was not connected when the server emitted. The server keeps nothing for later.`,
  "only-to": ({ to }) => `The call was for ${to}'s socket alone.`,
  "server-silent": () => "The server's listener emitted nothing.",
  "only-answered": ({ to }) =>
    `The server emitted nothing. It answered with an acknowledgement, which goes to ${to} only.`,
  "never-sent": ({ why, ...kept }) => keptBack[why](kept),
  refused: ({ sender, because }) => `The server turned ${sender}'s event away: ${because}.`,
  lost: ({ connectionOf }) =>
    `${connectionOf}'s connection ended while the event was on it. Nobody sends it again.`,
  "on-its-way": (_, who) => `The server wrote to ${who}. The event has not arrived yet.`,
  pending: () => "Not known yet.",
  unexplained: () => "The server could not keep all its observations, so the reason is not known.",
};

/** Says a reason to the reader. */
export function reasonText(reason: Reason, who: string): string {
  const say = reasonTexts[reason.code] as (reason: Reason, who: string) => string;
  return say(reason, who);
}

/** Says to the reader what became of the acknowledgement. */
export const ackTexts: Readonly<
  Record<AckExplanation["outcome"], (seen: AckExplanation, sender: string) => string>
> = {
  ack: ({ answer }, sender) => `The answer ${answer} came back to ${sender}.`,
  timeout: ({ error }, sender) => `${sender}'s callback got an error: ${error}.`,
  "nothing-yet": () => "The server ended its work without an answer. The callback was not called.",
  buffered: (_, sender) => `${sender}'s client still keeps the event, so nobody can answer it.`,
  pending: () => "Not known yet.",
};
