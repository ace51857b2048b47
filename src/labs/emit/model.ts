import { mainNamespace } from "#lab-kit/observation.ts";
import { fail, ok, type Result } from "#lib/result.ts";

/** The clients of the lab; Dee is the second device. */
export const clientNames = ["Ann", "Bob", "Cem"] as const;
export type ClientName = (typeof clientNames)[number];
export const guestName = "Dee";

/** Rooms that clients can be in, and one that nobody is in. */
export const rooms = ["red", "blue"] as const;
export type Room = (typeof rooms)[number];
export const targetRooms = ["red", "blue", "green"] as const;
export type TargetRoom = (typeof targetRooms)[number];

/** Namespaces beside `/`; a middleware stands before the last. */
export const otherNamespaces = ["/news", "/staff"] as const;
export type OtherNamespace = (typeof otherNamespaces)[number];
export const namespaces = [mainNamespace, ...otherNamespaces] as const;
export type Namespace = (typeof namespaces)[number];

/** Whose page sends along the token that the middleware of `/staff` asks for. */
export const tokenHolder: ClientName = "Bob";
export const staffToken = "let-me-in";

export const pageCallIds = ["emit", "ack", "timeout", "volatile"] as const;
export type PageCallId = (typeof pageCallIds)[number];

/** Calls that the server can make without a client's event. */
export const actingCallIds = [
  "io-emit",
  "io-to",
  "io-except",
  "two-rooms",
  "of-emit",
  "of-to",
  "of-except",
  "of-two-rooms",
] as const;
export const serverCallIds = [
  "nothing",
  "reply",
  "socket-emit",
  "io-emit",
  "broadcast",
  "io-to",
  "socket-to",
  "io-except",
  "socket-except",
  "two-rooms",
  "two-rooms-but-me",
  "of-emit",
  "of-to",
  "of-except",
  "of-two-rooms",
] as const;
export type ServerCallId = (typeof serverCallIds)[number];

/** Whether this call can run when the server acts by itself. */
export const canAct = (call: ServerCallId): boolean =>
  (actingCallIds as readonly string[]).includes(call);

/** Calls in which the room that the reader chose plays a part. */
export const usesRoom = (call: ServerCallId): boolean =>
  ["io-to", "socket-to", "io-except", "socket-except", "of-to", "of-except"].includes(call);

/** Calls that name a namespace; the others of `io` mean `/`. */
const namedInCall = {
  "of-emit": "io-emit",
  "of-to": "io-to",
  "of-except": "io-except",
  "of-two-rooms": "two-rooms",
} as const satisfies Partial<Record<ServerCallId, ServerCallId>>;

/** The same call without the name of a namespace, where it has one. */
export const withoutNamespace = (call: ServerCallId): ServerCallId =>
  usesNamespace(call) ? namedInCall[call] : call;

/** Whether the call names the namespace that the reader chose. */
export const usesNamespace = (call: ServerCallId): call is keyof typeof namedInCall =>
  Object.hasOwn(namedInCall, call);

/** The namespace that a call emits to: a socket's own, the one that it names, or `/`. */
export const targetNamespace = (call: ServerCallId, chosen: Namespace): Namespace =>
  call.startsWith("io-") || call === "two-rooms" ? mainNamespace : chosen;

/** How one client is set. */
export interface ClientSetting {
  rooms: Room[];
  listens: boolean;
  connected: boolean;
}

/** What the reader chooses about namespaces. */
export interface NamespaceSettings {
  /** The one in which the run's call is made, and whose rooms the switches mean. */
  chosen: Namespace;
  /** Which of them each client joins, beside `/`. */
  joins: Record<ClientName, OtherNamespace[]>;
  /** The emitting client opens its connection as a part of the run. */
  isFresh: boolean;
}

/** All that the reader chooses before a run. `payload` is the JSON text as typed. */
export interface Settings {
  from: ClientName | typeof guestName | "server";
  pageCall: PageCallId;
  serverCall: ServerCallId;
  room: TargetRoom;
  event: string;
  payload: string;
  clients: Record<ClientName | typeof guestName, ClientSetting>;
  /** Absent: everything happens in `/`. */
  namespaces?: NamespaceSettings;
}

/** The namespace in which the run's call is made. */
export const chosenNamespace = ({ namespaces: use }: Pick<Settings, "namespaces">): Namespace =>
  use?.chosen ?? mainNamespace;

/** Bounds of what the reader may type; the server checks the same. */
export const bounds = { eventLength: 64, payloadLength: 4000, payloadDepth: 8 } as const;

/** Names that Socket.IO 4 keeps for itself; emitting one throws. */
export const reservedEvents = [
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "newListener",
  "removeListener",
];

/** Why what the reader typed cannot be sent, and what to do. */
export interface InputProblem {
  says: string;
  next: string;
}

const problem = (says: string, next: string) => fail<InputProblem>({ says, next });

/** Checks an event name. */
export function readEventName(text: string): Result<string, InputProblem> {
  if (text === "") return problem("The event has no name.", "Type one, for example news.");
  if (text.length > bounds.eventLength) {
    return problem(
      `This name has ${text.length} characters; ${bounds.eventLength} are allowed here.`,
      "Shorten it.",
    );
  }
  if (reservedEvents.includes(text)) {
    return problem(
      `Socket.IO keeps the name ${text} for itself: emitting it throws an error.`,
      "Choose another name.",
    );
  }
  return ok(text);
}

/** Reads the payload. An empty text is the payload `undefined`: the event then carries no data. */
export function readPayload(text: string): Result<unknown, InputProblem> {
  if (text.trim() === "") return ok(undefined);
  if (text.length > bounds.payloadLength) {
    return problem(
      `This payload has ${text.length} characters; ${bounds.payloadLength} are allowed here.`,
      "Shorten it.",
    );
  }
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  if (depthOf(parsed.value) > bounds.payloadDepth) {
    return problem(
      `This payload is nested more than ${bounds.payloadDepth} levels deep.`,
      "Flatten it.",
    );
  }
  return parsed;
}

function parseJson(text: string): Result<unknown, InputProblem> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return problem(
      "This is not JSON.",
      'Text needs double quotes, as in "hi"; so do the keys of an object, as in { "n": 1 }.',
    );
  }
}

/** Levels of nesting: 0 for a plain value, 1 for an array or object of plain values. */
function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
