/** Who speaks in a run. */
export const speakers = ["Ann", "server", "both"] as const;
export type Speaker = (typeof speakers)[number];

/** What runs on the connection: Socket.IO, or a WebSocket alone. */
export const carriers = ["socket.io", "plain"] as const;
export type Carrier = (typeof carriers)[number];

/** What carries Socket.IO. */
export const transports = ["websocket", "polling"] as const;
export type Transport = (typeof transports)[number];

/** `say`: emit or send. `ask`: emit and wait for an acknowledgement. `close`: end a plain WebSocket. */
export const calls = ["say", "ask", "close"] as const;
export type Call = (typeof calls)[number];

/** What goes along with the text. */
export const extras = ["none", "bytes", "long", "longest", "too-long"] as const;
export type Extra = (typeof extras)[number];

/** All that the reader can choose. */
export interface Settings {
  carries: Carrier;
  transport: Transport;
  speaker: Speaker;
  call: Call;
  /** The event's name, the message or the reason of closing. */
  text: string;
  extra: Extra;
  /** Bytes that go along, as the reader wrote them: pairs of hexadecimal digits. */
  bytes: string;
  /** Opens a new connection first, and shows that, too. */
  fromStart: boolean;
}

export const bounds = { textLength: 200, bytesLength: 400, sentBytes: 64, reasonBytes: 123 };

/** Letters that go along with the text, by what the reader chose. */
export const letters = { long: 200, longest: 70_000, "too-long": 20_000 } as const;

/** Names that Socket.IO keeps for itself: to emit one throws. */
export const ownNames: readonly string[] = [
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "newListener",
  "removeListener",
];

/** What the server answers to an event that asks for an acknowledgement. */
export const answer = "got it";

/** The code that Ann closes with. */
export const closeCode = 1000;

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** So many letters, in the order of the alphabet again and again. */
export const lettersOf = (count: number): string =>
  alphabet.repeat(Math.ceil(count / alphabet.length)).slice(0, count);

/** The bytes that the reader wrote; undefined when they are none. */
export function readBytes(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, "");
  if (!/^([0-9a-f]{2})+$/i.test(digits) || digits.length > 2 * bounds.sentBytes) return undefined;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

type Data = Pick<Settings, "text" | "extra" | "bytes">;

/** What is given to emit behind the event's name. */
export function argumentsOf({ extra, bytes }: Data): (string | Uint8Array)[] {
  if (extra === "none") return [];
  return [extra === "bytes" ? (readBytes(bytes) ?? new Uint8Array()) : lettersOf(letters[extra])];
}

/** What is given to `send` of a plain WebSocket. */
export function messageOf({ text, extra, bytes }: Data): string | Uint8Array {
  if (extra === "bytes") return readBytes(bytes) ?? new Uint8Array();
  return extra === "none" ? text : text + lettersOf(letters[extra]);
}
