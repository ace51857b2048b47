/**
 * A quick look at a packet: who sent it to whom, and where its data stands. It reads the few bytes
 * that a list of a million packets needs; the tables say what every field is.
 *
 * Sources: IEEE 802.3, IEEE 802.1Q, RFC 791, RFC 8200, RFC 826, RFC 9293, RFC 768.
 *
 * Leaves out: tunnels, what follows a fragment's first part, and link types without a table.
 */
import { type LinkType, linkTypes } from "./link-types.ts";

/** The highest layer that the look reaches. */
export const lookedProtocols = [
  "data",
  "arp",
  "ipv4",
  "ipv6",
  "icmp",
  "icmpv6",
  "udp",
  "tcp",
] as const;
export type LookedProtocol = (typeof lookedProtocols)[number];

/** What a look finds. Offsets are those of the packet; 0 where something is not there. */
export interface PacketLook {
  protocol: LookedProtocol;
  /** Offset of the sender's network address and its bytes: 4, 16, or 0. */
  addressBytes: 0 | 4 | 16;
  srcAt: number;
  dstAt: number;
  /** Offset of the transport's header. */
  transportAt: number;
  srcPort: number;
  dstPort: number;
  /** Where the data of the transport stands, as far as it was captured. */
  dataFrom: number;
  dataTo: number;
  /** Bytes of that data on the wire. */
  dataBytes: number;
  isFragment: boolean;
}

const fresh = (): PacketLook => ({
  protocol: "data",
  addressBytes: 0,
  srcAt: 0,
  dstAt: 0,
  transportAt: 0,
  srcPort: 0,
  dstPort: 0,
  dataFrom: 0,
  dataTo: 0,
  dataBytes: 0,
  isFragment: false,
});

/** Looks at a packet. Bytes that are missing end the look where they are missed. */
export function lookAt(bytes: Uint8Array, link: LinkType): PacketLook {
  const look = fresh();
  look.dataTo = bytes.length;
  if (link === linkTypes.ethernet) lookAtEthernet(bytes, 12, look);
  else if (link === linkTypes.sll) lookAtEthernet(bytes, 14, look);
  else if (link === linkTypes.sll2) lookAtType(bytes, word(bytes, 0), 20, look);
  else if (link === linkTypes.null || link === linkTypes.loop) lookAtIp(bytes, 4, look);
  else if (link === linkTypes.raw || link === linkTypes.ipv4 || link === linkTypes.ipv6)
    lookAtIp(bytes, 0, look);
  return look;
}

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

const isTag = (type: number): boolean => type === 0x8100 || type === 0x88a8 || type === 0x9100;

/** `at` is where the type stands, or the first tag in front of it. */
function lookAtEthernet(bytes: Uint8Array, from: number, look: PacketLook): void {
  let at = from;
  while (isTag(word(bytes, at)) && at + 6 <= bytes.length) at += 4;
  lookAtType(bytes, word(bytes, at), at + 2, look);
}

function lookAtType(bytes: Uint8Array, type: number, at: number, look: PacketLook): void {
  if (type === 0x0800 || type === 0x86dd) lookAtIp(bytes, at, look);
  else if (type === 0x0806) lookAtArp(bytes, at, look);
}

function lookAtArp(bytes: Uint8Array, at: number, look: PacketLook): void {
  if (bytes.length < at + 28 || word(bytes, at + 4) !== 0x0604) return;
  look.protocol = "arp";
  look.addressBytes = 4;
  look.srcAt = at + 14;
  look.dstAt = at + 24;
}

function lookAtIp(bytes: Uint8Array, at: number, look: PacketLook): void {
  const version = (bytes[at] ?? 0) >> 4;
  if (version === 4) lookAtIpv4(bytes, at, look);
  else if (version === 6) lookAtIpv6(bytes, at, look);
}

function lookAtIpv4(bytes: Uint8Array, at: number, look: PacketLook): void {
  const headerBytes = ((bytes[at] ?? 0) & 15) * 4;
  if (headerBytes < 20 || bytes.length < at + headerBytes) return;
  look.protocol = "ipv4";
  look.addressBytes = 4;
  look.srcAt = at + 12;
  look.dstAt = at + 16;
  // Cards that cut segments themselves leave 0: the packet then ends with its bytes.
  const end = at + (word(bytes, at + 2) || bytes.length - at);
  const fragment = word(bytes, at + 6) & 0x3fff;
  look.isFragment = fragment !== 0;
  if ((fragment & 0x1fff) === 0)
    lookAtTransport(bytes, at + headerBytes, end, bytes[at + 9] ?? 0, look);
}

/** Extension headers that may stand between IPv6 and the transport, fragments apart. */
const isExtension = (next: number): boolean => next === 0 || next === 43 || next === 60;
const fragmentHeader = 44;

function lookAtIpv6(bytes: Uint8Array, at: number, look: PacketLook): void {
  if (bytes.length < at + 40) return;
  look.protocol = "ipv6";
  look.addressBytes = 16;
  look.srcAt = at + 8;
  look.dstAt = at + 24;
  const end = at + 40 + (word(bytes, at + 4) || bytes.length - at - 40);
  let next = bytes[at + 6] ?? 0;
  let from = at + 40;
  while ((isExtension(next) || next === fragmentHeader) && from + 8 <= bytes.length) {
    if (next === fragmentHeader) {
      look.isFragment = (word(bytes, from + 2) & 0xfff9) !== 0;
      if (word(bytes, from + 2) >> 3 !== 0) return;
    }
    const sizeBytes = next === fragmentHeader ? 8 : ((bytes[from + 1] ?? 0) + 1) * 8;
    next = bytes[from] ?? 0;
    from += sizeBytes;
  }
  lookAtTransport(bytes, from, end, next, look);
}

function lookAtTransport(
  bytes: Uint8Array,
  at: number,
  end: number,
  protocol: number,
  look: PacketLook,
): void {
  const to = Math.min(end, bytes.length);
  look.transportAt = at;
  if (protocol === 6 && to >= at + 20) {
    const headerBytes = ((bytes[at + 12] ?? 0) >> 4) * 4;
    if (headerBytes >= 20 && end >= at + headerBytes) takePorts("tcp", headerBytes);
  } else if (protocol === 17 && to >= at + 8) takePorts("udp", 8);
  else if (protocol === 1 && to >= at + 4) look.protocol = "icmp";
  else if (protocol === 58 && to >= at + 4) look.protocol = "icmpv6";

  function takePorts(name: "tcp" | "udp", headerBytes: number): void {
    look.protocol = name;
    look.srcPort = word(bytes, at);
    look.dstPort = word(bytes, at + 2);
    look.dataFrom = Math.min(at + headerBytes, to);
    look.dataTo = to;
    look.dataBytes = Math.max(0, end - at - headerBytes);
  }
}
