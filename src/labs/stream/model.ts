/** How the writer marks where a message ends. */
export const framings = ["none", "line", "length"] as const;
export type Framing = (typeof framings)[number];

/** What the reader's program does with what it reads; the names of its files in `takes/`. */
export const takes = ["each-read", "keeps-rest"] as const;
export type Take = (typeof takes)[number];

/** Bytes of one write; 0: as many as one message has. */
export const piecesBytes = [0, 3, 8] as const;
export type PieceBytes = (typeof piecesBytes)[number];

/** Between two writes, in ms. */
export const pausesMs = [0, 20, 100] as const;
export type PauseMs = (typeof pausesMs)[number];

/** What is written when size is what matters: so many writes of so many bytes, 8 MiB at most. */
export const loads = {
  "one-big": { count: 1, sizeBytes: 1_000_000 },
  "many-small": { count: 1000, sizeBytes: 100 },
  "some-big": { count: 16, sizeBytes: 65_536 },
  "eight-mib": { count: 128, sizeBytes: 65_536 },
} as const satisfies Record<string, { count: number; sizeBytes: number }>;
export type LoadId = keyof typeof loads;
export const loadIds = Object.keys(loads) as readonly LoadId[];

/** What the reader sets. */
export interface Settings {
  /** `messages`: short texts. `bulk`: many bytes. */
  show: "messages" | "bulk";
  messages: readonly string[];
  framing: Framing;
  take: Take;
  pieceBytes: PieceBytes;
  pauseMs: PauseMs;
  noDelay: boolean;
  load: LoadId;
  /** The reading program stops until nothing moves any more. */
  isStopped: boolean;
  /** The writing program stops when `write()` returns false, until `drain`. */
  heeds: boolean;
}

/** Whether the reading program stops in a run of these settings: only many bytes can wait. */
export const stops = ({ show, isStopped }: Pick<Settings, "show" | "isStopped">): boolean =>
  show === "bulk" && isStopped;

/** Names of the two programs. */
export const writerName = "Writer";
export const readerName = "Reader";

/** Where a byte of the stream can be. */
export const places = [
  "read",
  "reader-node",
  "reader-kernel",
  "writer-kernel",
  "writer-node",
] as const;
export type Place = (typeof places)[number];

/** What the reader may say of a run before it. */
export interface Said {
  reads?: number;
  compared?: Compared;
  isWhole?: boolean;
  isLost?: boolean;
  waitsIn?: Place;
}

/** Reads, compared with writes. */
export const comparisons = ["fewer", "same", "more"] as const;
export type Compared = (typeof comparisons)[number];

export const mostMessages = 6;
export const longestMessage = 40;
/** A run in which the writer pauses longer than this in all is refused. */
export const mostPausedMs = 4000;

/** The bytes of each message as the writer writes it, its mark included. */
export const framed = (message: string, framing: Framing): Uint8Array => {
  const bytes = new TextEncoder().encode(message);
  if (framing === "none") return bytes;
  if (framing === "line") return Uint8Array.of(...bytes, 10);
  return Uint8Array.of(bytes.length >> 8, bytes.length & 255, ...bytes);
};

/** What each call of `write` gets, in `messages`. */
export function writesOf({
  messages,
  framing,
  pieceBytes,
}: Pick<Settings, "messages" | "framing" | "pieceBytes">): Uint8Array[] {
  const each = messages.map((message) => framed(message, framing));
  if (pieceBytes === 0) return each;
  const all = Uint8Array.from(each.flatMap((bytes) => [...bytes]));
  const count = Math.ceil(all.length / pieceBytes);
  return Array.from({ length: count }, (_, at) =>
    all.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
}

/** How long the writer pauses in all. */
export const pausedMs = (settings: Settings): number => {
  const count =
    settings.show === "messages" ? writesOf(settings).length : loads[settings.load].count;
  return (count - 1) * settings.pauseMs;
};

const isOneOf = <T>(list: readonly T[], value: unknown): value is T => list.includes(value as T);

const isMessages = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= mostMessages &&
  value.every((text) => typeof text === "string" && text !== "" && text.length <= longestMessage);

/** Whether a value, as a file or an address holds it, is settings that this lab can show. */
export function isSettings(value: unknown): value is Settings {
  if (typeof value !== "object" || value === null) return false;
  const one = value as Readonly<Record<string, unknown>>;
  return (
    (one.show === "messages" || one.show === "bulk") &&
    isMessages(one.messages) &&
    isOneOf(framings, one.framing) &&
    isOneOf(takes, one.take) &&
    isOneOf(piecesBytes, one.pieceBytes) &&
    isOneOf(pausesMs, one.pauseMs) &&
    isOneOf(loadIds, one.load) &&
    [one.noDelay, one.isStopped, one.heeds].every((flag) => typeof flag === "boolean")
  );
}
