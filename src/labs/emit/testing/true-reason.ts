import type { ClientName, ClientSetting, Room, ServerCallId, Settings } from "../model.ts";
import type { Reason, ReasonCode, ReasonOf } from "../reason.ts";
import { asksForAck, predict } from "../rule.ts";

type Check<Code extends ReasonCode> = (
  reason: ReasonOf<Code>,
  who: ClientName,
  settings: Settings,
) => boolean;

/** The same line, called on `io` and not on the sender's socket. */
const onIo: Partial<Record<ServerCallId, ServerCallId>> = {
  broadcast: "io-emit",
  "socket-to": "io-to",
  "socket-except": "io-except",
  "two-rooms-but-me": "two-rooms",
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

const checks: { readonly [Code in ReasonCode]: Check<Code> } = {
  handled: (_, who, settings) => mends(who, settings),
  "no-listener": (_, who, settings) =>
    !settings.clients[who].listens && mends(who, withClient(settings, who, {})),
  "sender-left-out": (_, who, settings) => {
    const serverCall = onIo[settings.serverCall] ?? "nothing";
    return who === settings.from && mends(who, withClient({ ...settings, serverCall }, who, {}));
  },
  "not-in-room": ({ rooms, isIn, isSender }, who, settings) => {
    if (rooms.some((room) => isIn.includes(room))) return false;
    const isMended = mends(who, withClient(settings, who, { rooms: [...rooms] as Room[] }));
    return isSender ? isLeftOutSender(who, settings) : isMended;
  },
  "kept-out": ({ room, isSender }, who, settings) => {
    const rooms = settings.clients[who].rooms.filter((own) => own !== room);
    if (rooms.length === settings.clients[who].rooms.length) return false;
    const isMended = mends(who, withClient(settings, who, { rooms }));
    return isSender ? isLeftOutSender(who, settings) : isMended;
  },
  "not-connected": (_, who, { clients }) => !clients[who].connected,
  "only-to": ({ to }, who, { from, serverCall }) =>
    serverCall === "socket-emit" && to === from && who !== from,
  "server-silent": (_, __, { serverCall, pageCall }) =>
    serverCall === "nothing" || (serverCall === "reply" && !asksForAck(pageCall)),
  "only-answered": ({ to }, _, { serverCall, pageCall, from }) =>
    serverCall === "reply" && asksForAck(pageCall) && to === from,
  "never-sent": ({ why, sender }, _, settings) => {
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
