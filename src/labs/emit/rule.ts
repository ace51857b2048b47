import { mainNamespace } from "#lab-kit/observation.ts";
import type { AckOutcome } from "./ack-outcome.ts";
import {
  type ClientName,
  canAct,
  chosenNamespace,
  clientNames,
  guestName,
  type Namespace,
  type PageCallId,
  type ServerCallId,
  type Settings,
  type TargetRoom,
  targetNamespace,
  tokenHolder,
  withoutNamespace,
} from "./model.ts";

/** A client of a run, the second device included. */
export type Client = ClientName | typeof guestName;

/**
 * What becomes of the event at the sender's client. `taken-out`: it waited in the buffer until the
 * time was up, and will never be sent.
 */
export type Fate = "sent" | "buffered" | "taken-out";

/** What the rule says of a run. */
export interface Predicted {
  /** Whose listener runs. */
  receives: Record<Client, boolean>;
  /** Absent when no client asks for an acknowledgement. */
  ack: AckOutcome | undefined;
  /** Absent when the server acts by itself. */
  fate: Fate | undefined;
}

/** Whom a line of the server is addressed to. */
interface Target {
  to: "the sender" | "everybody" | readonly TargetRoom[];
  keepsOut?: TargetRoom;
  /** Called on the sender's socket, which it then leaves out. */
  leavesOutSender?: boolean;
}

const targets: Partial<Record<ServerCallId, (room: TargetRoom) => Target>> = {
  "socket-emit": () => ({ to: "the sender" }),
  "io-emit": () => ({ to: "everybody" }),
  broadcast: () => ({ to: "everybody", leavesOutSender: true }),
  "io-to": (room) => ({ to: [room] }),
  "socket-to": (room) => ({ to: [room], leavesOutSender: true }),
  "io-except": (room) => ({ to: "everybody", keepsOut: room }),
  "socket-except": (room) => ({ to: "everybody", keepsOut: room, leavesOutSender: true }),
  "two-rooms": () => ({ to: ["red", "blue"] }),
  "two-rooms-but-me": () => ({ to: ["red", "blue"], leavesOutSender: true }),
};

/** Whether this call passes a function that the answer is to reach. */
export const asksForAck = (call: PageCallId): boolean => call === "ack" || call === "timeout";

/**
 * The rule, as a teacher would state it. It knows the settings only, and nothing of what was
 * observed.
 */
export function predict(settings: Settings): Predicted {
  const fate = fateOf(settings);
  const target = fate === "sent" || acts(settings) ? targetOf(settings) : undefined;
  const receives = (who: Client) => target !== undefined && doesReceive(who, target, settings);
  return {
    receives: {
      Ann: receives("Ann"),
      Bob: receives("Bob"),
      Cem: receives("Cem"),
      [guestName]: receives(guestName),
    },
    ack: fate && ackOf(settings, fate),
    fate,
  };
}

/** Whether a client is in a namespace: it is connected, joins it, and is let in. */
export function isIn(
  who: Client,
  namespace: Namespace,
  { clients, namespaces: use }: Pick<Settings, "clients" | "namespaces">,
): boolean {
  if (!clients[who].connected) return false;
  if (namespace === mainNamespace) return true;
  if (who === guestName || !use?.joins[who].includes(namespace)) return false;
  return namespace !== "/staff" || who === tokenHolder;
}

/** Connections that a run opens: one for a client that connects in it, whatever it joins. */
export const connectionsOf = ({ from, clients, namespaces: use }: Settings): number =>
  from !== "server" && use?.isFresh && clients[from].connected ? 1 : 0;

const acts = ({ from, serverCall }: Settings): boolean => from === "server" && canAct(serverCall);

const targetOf = ({ serverCall, room }: Settings): Target | undefined =>
  targets[withoutNamespace(serverCall)]?.(room);

/**
 * A client that knows that it is not connected keeps what it emits, and so does one that is not in
 * the namespace. That holds for volatile events, too, if it was connected before and no attempt to
 * connect has failed since (socket.io-client 4.8.4); otherwise it drops them, and the run says so.
 */
function fateOf(settings: Settings): Fate | undefined {
  const { from, pageCall } = settings;
  if (from === "server") return undefined;
  if (isIn(from, chosenNamespace(settings), settings)) return "sent";
  return pageCall === "timeout" ? "taken-out" : "buffered";
}

function doesReceive(who: Client, target: Target, settings: Settings): boolean {
  const { from, clients, serverCall } = settings;
  const chosen = chosenNamespace(settings);
  const namespace = targetNamespace(serverCall, chosen);
  if (!isIn(who, namespace, settings) || !clients[who].listens) return false;
  // Each namespace has rooms of its own, and the switches are about those of the chosen one.
  const rooms = namespace === chosen ? clients[who].rooms : [];
  if (target.to === "the sender") return who === from;
  if (target.leavesOutSender && who === from) return false;
  if (rooms.some((room) => room === target.keepsOut)) return false;
  // Being in two of the rooms is no more than being in one: a union has each client once.
  return target.to === "everybody" || rooms.some((room) => target.to.includes(room));
}

function ackOf({ pageCall, serverCall }: Settings, fate: Fate): AckOutcome | undefined {
  if (!asksForAck(pageCall)) return undefined;
  if (fate === "buffered") return "buffered";
  if (fate === "sent" && serverCall === "reply") return "ack";
  return pageCall === "timeout" ? "timeout" : "nothing-yet";
}

/** All clients that a run may have, in the order of their lanes. */
export const clients: readonly Client[] = [...clientNames, guestName];
