/**
 * Source: the Engine.IO protocol, revision 4.
 *
 * Leaves out: WebTransport.
 */
import { fail, ok, type Result } from "#lib/result.ts";
import { joined, latin1Bytes } from "./text.ts";
import { type Malformed, malformed } from "./truncated.ts";

export const engineIoSource = "https://socket.io/docs/v4/engine-io-protocol/";

/** Names of the packet types, by number. */
export const engineIoTypes = [
  "open",
  "close",
  "ping",
  "pong",
  "message",
  "upgrade",
  "noop",
] as const;

export type EngineIoType = (typeof engineIoTypes)[number];

/** One packet; `binary` is a message of bytes, which in a polling body stands as `b` and base64. */
export interface EngineIoPacket {
  type: EngineIoType | "binary";
  /** Everything behind the type. */
  data: Uint8Array;
}

/** Stands between the packets of one polling body. */
export const recordSeparator = 0x1e;

const zero = 0x30;
const letterB = 0x62;

/** Reads a packet that came as text, alone in a frame or between two separators. */
export function decodeEngineIo(bytes: Uint8Array): Result<EngineIoPacket, Malformed> {
  const [first] = bytes;
  const type = first === letterB ? "binary" : engineIoTypes[(first ?? 0) - zero];
  return type
    ? ok({ type, data: bytes.subarray(1) })
    : fail(malformed(0, "An Engine.IO packet begins with a digit from 0 to 6, or with b."));
}

/** Writes a packet as text. */
export const encodeEngineIo = ({ type, data }: EngineIoPacket): Uint8Array =>
  joined([latin1Bytes(type === "binary" ? "b" : `${engineIoTypes.indexOf(type)}`), data]);

/** Where the packets of a polling body stand. */
export function splitPayload(
  bytes: Uint8Array,
  from = 0,
  to = bytes.length,
): { from: number; to: number }[] {
  const spans = [];
  let start = from;
  for (let at = from; at < to; at++)
    if (bytes[at] === recordSeparator) {
      spans.push({ from: start, to: at });
      start = at + 1;
    }
  return [...spans, { from: start, to }];
}

/** Joins packets to a polling body. */
export const encodePayload = (packets: readonly EngineIoPacket[]): Uint8Array =>
  joined(
    packets.flatMap((packet, index) =>
      index === 0
        ? [encodeEngineIo(packet)]
        : [Uint8Array.of(recordSeparator), encodeEngineIo(packet)],
    ),
  );
