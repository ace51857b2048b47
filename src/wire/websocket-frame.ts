/**
 * Source: RFC 6455, sections 5.2 and 5.3.
 *
 * Leaves out: inflating compressed messages.
 */
import { fail, ok, type Result } from "#lib/result.ts";
import { decodeHeader, encodeHeader } from "./header.ts";
import { joined } from "./text.ts";
import { malformed, truncated, type WireFailure } from "./truncated.ts";
import { frameHeader, length16, length64, maskingKeyHeader } from "./websocket-header.ts";

/** One frame as it was meant; its payload is unmasked. */
export interface Frame {
  isFinal: boolean;
  rsv1: boolean;
  rsv2: boolean;
  rsv3: boolean;
  /** 0 to 15. */
  opcode: number;
  /** How the length was written; the standard wants the shortest. */
  lengthBits: 7 | 16 | 64;
  /** Four bytes; absent in a frame that is not masked. */
  maskingKey?: Uint8Array;
  payload: Uint8Array;
}

/** A frame and where its parts stand. */
export interface PlacedFrame {
  frame: Frame;
  /** Offset of the payload. */
  payloadFrom: number;
  /** Offset of the first byte behind the frame. */
  end: number;
}

/** Combines each byte with one of the key's four, in turn. Doing it twice gives the bytes back. */
export const masked = (payload: Uint8Array, key: Uint8Array): Uint8Array =>
  payload.map((byte, index) => byte ^ (key[index % 4] ?? 0));

/** Reads the frame at the beginning of `bytes`. */
export function decodeFrame(bytes: Uint8Array): Result<PlacedFrame, WireFailure> {
  const header = decodeHeader(frameHeader, bytes);
  if (!header.ok) return header;
  const length = readLength(bytes, header.value["payload length"]);
  if (!length.ok) return length;
  const { lengthBits, sizeBytes, end: keyFrom } = length.value;
  const payloadFrom = keyFrom + (header.value.MASK ? 4 : 0);
  const end = payloadFrom + sizeBytes;
  if (bytes.length < end) return fail(truncated(end, bytes.length));
  const maskingKey = header.value.MASK ? bytes.slice(keyFrom, payloadFrom) : undefined;
  const raw = bytes.slice(payloadFrom, end);
  const { FIN: isFinal, RSV1: rsv1, RSV2: rsv2, RSV3: rsv3, opcode } = header.value;
  const payload = maskingKey ? masked(raw, maskingKey) : raw;
  const frame = { isFinal, rsv1, rsv2, rsv3, opcode, lengthBits, payload };
  return ok({ frame: maskingKey ? { ...frame, maskingKey } : frame, payloadFrom, end });
}

/** Writes a frame. Throws when its length does not fit the way it is to be written. */
export function encodeFrame({ maskingKey, payload, lengthBits, ...frame }: Frame): Uint8Array {
  const short = lengthBits === 7 ? payload.length : lengthBits === 16 ? 126 : 127;
  if (lengthBits === 7 && short > 125)
    throw new Error(`websocket frame: payload = ${short} bytes, 7 bits hold at most 125`);
  const { isFinal: FIN, rsv1: RSV1, rsv2: RSV2, rsv3: RSV3, opcode } = frame;
  const flags = { FIN, RSV1, RSV2, RSV3, opcode, MASK: maskingKey !== undefined };
  const length = { "extended payload length": BigInt(payload.length) };
  return joined([
    encodeHeader(frameHeader, { ...flags, "payload length": short }),
    ...(lengthBits === 7 ? [] : [encodeHeader(lengthBits === 16 ? length16 : length64, length)]),
    ...(maskingKey ? [encodeHeader(maskingKeyHeader, { "masking key": maskingKey })] : []),
    maskingKey ? masked(payload, maskingKey) : payload,
  ]);
}

interface Length {
  lengthBits: Frame["lengthBits"];
  sizeBytes: number;
  end: number;
}

function readLength(bytes: Uint8Array, short: number): Result<Length, WireFailure> {
  const from = frameHeader.sizeBytes;
  if (short < 126) return ok({ lengthBits: 7, sizeBytes: short, end: from });
  const table = short === 126 ? length16 : length64;
  const read = decodeHeader(table, bytes, from);
  if (!read.ok) return read;
  const size = read.value["extended payload length"];
  if (size >= 1n << 63n)
    return fail(malformed(from, "The most significant bit of a 64-bit length is 0."));
  const lengthBits = short === 126 ? 16 : 64;
  return ok({ lengthBits, sizeBytes: Number(size), end: from + table.sizeBytes });
}
