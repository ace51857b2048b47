import {
  type ClientName,
  type ClientSetting,
  chosenNamespace,
  clientNames,
  type Namespace,
  namespaces,
  otherNamespaces,
  type Room,
  type ServerCallId,
  type Settings,
  targetNamespace,
} from "../model.ts";
import type { Reason, ReasonCode, ReasonOf } from "../reason.ts";
import { asksForAck, isIn, predict } from "../rule.ts";

type Check<Code extends ReasonCode> = (
  reason: ReasonOf<Code>,
  who: ClientName,
  settings: Settings,
) => boolean;

/** The same line, called on the namespace and not on the sender's socket. */
const onIo: Partial<Record<ServerCallId, ServerCallId>> = {
  broadcast: "of-emit",
  "socket-to": "of-to",
  "socket-except": "of-except",
  "two-rooms-but-me": "of-two-rooms",
};

const never = () => false;

const withClient = (settings: Settings, who: ClientName, change: Partial<ClientSetting>) => ({
  ...settings,
  clients: { ...settings.clients, [who]: { ...settings.clients[who], listens: true, ...change } },
});

/** A cause is true if, without it, the client would have been reached, by the rule. */
const mends = (who: ClientName, settings: Settings): boolean => predict(settings).receives[who];

const isLeftOutSender = (who: ClientName, { from, serverCall }: Settings): boolean =>
  who === from && onIo[serverCall] !== undefined;

const targetOf = (settings: Settings): Namespace =>
  targetNamespace(settings.serverCall, chosenNamespace(settings));

const choosing = (chosen: Namespace, settings: Settings): Settings =>
  settings.namespaces ? { ...settings, namespaces: { ...settings.namespaces, chosen } } : settings;

/** A reason names its namespace where the run knows more than one. */
const isNamed = (namespace: string | undefined, settings: Settings): boolean =>
  namespace === undefined
    ? targetOf(settings) === "/" && !isAnybodyElsewhere(settings)
    : namespace === targetOf(settings);

const isAnybodyElsewhere = (settings: Settings): boolean =>
  clientNames.some((who) => otherNamespaces.some((one) => isIn(who, one, settings)));

const wants = (who: ClientName, namespace: Namespace, { namespaces: use }: Settings): boolean =>
  namespace === "/" || (use?.joins[who].includes(namespace) ?? false);

const isRefused = (who: ClientName, namespace: Namespace, settings: Settings): boolean =>
  settings.clients[who].connected &&
  wants(who, namespace, settings) &&
  !isIn(who, namespace, settings);

const checks: { readonly [Code in ReasonCode]: Check<Code> } = {
  handled: (_, who, settings) => mends(who, settings),
  "no-listener": (_, who, settings) =>
    !settings.clients[who].listens && mends(who, withClient(settings, who, {})),
  "sender-left-out": ({ namespace }, who, settings) => {
    if (!isNamed(namespace, settings)) return false;
    const serverCall = onIo[settings.serverCall] ?? "nothing";
    return who === settings.from && mends(who, withClient({ ...settings, serverCall }, who, {}));
  },
  "not-in-room": ({ rooms, isIn, isSender, namespace }, who, settings) => {
    if (rooms.some((room) => isIn.includes(room)) || !isNamed(namespace, settings)) return false;
    // The switches are about the rooms of the chosen namespace: let that be the emit's.
    const there = choosing(targetOf(settings), settings);
    const isMended = mends(who, withClient(there, who, { rooms: [...rooms] as Room[] }));
    return isSender ? isLeftOutSender(who, settings) : isMended;
  },
  "kept-out": ({ room, isSender, namespace }, who, settings) => {
    if (targetOf(settings) !== chosenNamespace(settings)) return false;
    if (!isNamed(namespace, settings)) return false;
    const rooms = settings.clients[who].rooms.filter((own) => own !== room);
    if (rooms.length === settings.clients[who].rooms.length) return false;
    const isMended = mends(who, withClient(settings, who, { rooms }));
    return isSender ? isLeftOutSender(who, settings) : isMended;
  },
  "not-in-namespace": ({ namespace, isIn: own }, who, settings) => {
    if (namespace !== targetOf(settings) || wants(who, namespace, settings)) return false;
    return own.join() === namespaces.filter((one) => isIn(who, one, settings)).join();
  },
  "turned-back": ({ namespace, message }, who, settings) =>
    namespace === targetOf(settings) &&
    isRefused(who, namespace, settings) &&
    message === "staff only",
  "not-connected": (_, who, { clients }) => !clients[who].connected,
  "only-to": ({ to }, who, { from, serverCall }) =>
    serverCall === "socket-emit" && to === from && who !== from,
  "server-silent": (_, __, { serverCall, pageCall }) =>
    serverCall === "nothing" || (serverCall === "reply" && !asksForAck(pageCall)),
  "only-answered": ({ to }, _, { serverCall, pageCall, from }) =>
    serverCall === "reply" && asksForAck(pageCall) && to === from,
  "never-sent": ({ why, sender, namespace, refusal }, _, settings) => {
    const chosen = chosenNamespace(settings);
    if (namespace !== (chosen === "/" ? undefined : chosen)) return false;
    const isTurnedBack = isRefused(settings.from as ClientName, chosen, settings);
    if (refusal !== (isTurnedBack ? "staff only" : undefined)) return false;
    const expected = predict(settings).fate === "taken-out" ? "timed-out" : "buffered";
    return sender === settings.from && predict(settings).fate !== "sent" && why === expected;
  },
  refused: never,
  lost: never,
  "on-its-way": never,
  pending: never,
  unexplained: never,
};

/** Whether a stated reason is the one that the rule would give, checked by taking it away. */
export function isTrueReason(reason: Reason, who: ClientName, settings: Settings): boolean {
  const check = checks[reason.code] as (...args: [Reason, ClientName, Settings]) => boolean;
  return check(reason, who, settings);
}
