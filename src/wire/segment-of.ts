import { ipv4Text, ipv6Text } from "./addresses.ts";
import type { PacketLook } from "./packet-look.ts";
import type { TcpSegment } from "./tcp-segment.ts";

/** A network address as text; `at` and `sizeBytes` as a look has found them. */
export const addressText = (bytes: Uint8Array, at: number, sizeBytes: number): string =>
  sizeBytes === 16
    ? ipv6Text(bytes.subarray(at, at + 16))
    : sizeBytes === 4
      ? ipv4Text(bytes.subarray(at, at + 4))
      : "";

/** Address and port as they are written: `[::1]:80`. */
export const endpointText = (address: string, port: number): string =>
  address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;

const long = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0;

/**
 * The segment of a packet in which a look has found TCP. Its data is a view of the packet.
 *
 * @param ends endpoints of sender and receiver as text
 */
export function segmentOf(
  bytes: Uint8Array,
  look: PacketLook,
  [from, to]: readonly [string, string],
  atMs: number,
): TcpSegment {
  const { transportAt: at, srcPort, dstPort, dataFrom, dataTo, dataBytes } = look;
  const flags = bytes[at + 13] ?? 0;
  return {
    from,
    to,
    srcPort,
    dstPort,
    seq: long(bytes, at + 4),
    ack: long(bytes, at + 8),
    flags,
    window: ((bytes[at + 14] ?? 0) << 8) | (bytes[at + 15] ?? 0),
    windowShift: flags & 2 ? windowShift(bytes, at + 20, dataFrom) : undefined,
    dataBytes,
    data: bytes.subarray(dataFrom, dataTo),
    atMs,
  };
}

/** Looks for option 3 among the options of a SYN. */
function windowShift(bytes: Uint8Array, from: number, to: number): number | undefined {
  for (let at = from; at < to; ) {
    const kind = bytes[at];
    if (kind === 0) return undefined;
    if (kind === 3) return bytes[at + 2];
    const sizeBytes = kind === 1 ? 1 : (bytes[at + 1] ?? 0);
    if (sizeBytes === 0) return undefined;
    at += sizeBytes;
  }
  return undefined;
}
