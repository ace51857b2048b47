import type { AckOutcome } from "./ack-outcome.ts";
import {
  type ClientName,
  canAct,
  clientNames,
  guestName,
  type PageCallId,
  type ServerCallId,
  type Settings,
  type TargetRoom,
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

const targets: Record<ServerCallId, (room: TargetRoom) => Target | undefined> = {
  nothing: () => undefined,
  reply: () => undefined,
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

const acts = ({ from, serverCall }: Settings): boolean => from === "server" && canAct(serverCall);

const targetOf = ({ serverCall, room }: Settings): Target | undefined => targets[serverCall](room);

/**
 * A client that knows that it is not connected keeps what it emits. That holds for volatile events,
 * too, if it was connected before and no attempt to connect has failed since (socket.io-client
 * 4.8.4); otherwise it drops them, and the run says so.
 */
function fateOf({ from, clients, pageCall }: Settings): Fate | undefined {
  if (from === "server") return undefined;
  if (clients[from].connected) return "sent";
  return pageCall === "timeout" ? "taken-out" : "buffered";
}

function doesReceive(who: Client, target: Target, { from, clients }: Settings): boolean {
  const { connected, listens, rooms } = clients[who];
  if (!connected || !listens) return false;
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
