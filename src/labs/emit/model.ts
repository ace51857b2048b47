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

export const pageCallIds = ["emit", "ack", "timeout", "volatile"] as const;
export type PageCallId = (typeof pageCallIds)[number];

/** Calls that the server can make without a client's event. */
export const actingCallIds = ["io-emit", "io-to", "io-except", "two-rooms"] as const;
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
] as const;
export type ServerCallId = (typeof serverCallIds)[number];

/** Whether this call can run when the server acts by itself. */
export const canAct = (call: ServerCallId): boolean =>
  (actingCallIds as readonly string[]).includes(call);

/** Calls in which the room that the reader chose plays a part. */
export const usesRoom = (call: ServerCallId): boolean =>
  ["io-to", "socket-to", "io-except", "socket-except"].includes(call);

/** How one client is set. */
export interface ClientSetting {
  rooms: Room[];
  listens: boolean;
  connected: boolean;
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
}

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
