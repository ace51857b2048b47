/** Sources: RFC 1071; RFC 791, section 3.1; RFC 768; RFC 9293, section 3.1; RFC 8200, section 8.1. */

import { protocols } from "#sim/packets.ts";
import {
  icmpChecksum,
  icmpv6Checksum,
  ipv4HeaderChecksum,
  tcpChecksum,
  udpChecksum,
} from "#wire/checksums.ts";
import { ipv6 } from "#wire/ipv6.ts";
import { tcp } from "#wire/tcp.ts";
import { udp } from "#wire/udp.ts";
import { type Carried, carriedBy } from "./carried.ts";
import { parseFrame } from "./parsed-frame.ts";

/** A checksum or a length in a frame: what stands there, and what is due. */
export interface Check {
  kind: "checksum" | "length";
  /** The layer that it belongs to, and the id of its field. */
  layer: "ipv4" | "ipv6" | "tcp" | "udp" | "icmp" | "icmpv6";
  field: string;
  /** Offset in the frame of its two bytes. */
  at: number;
  found: number;
  due: number;
  isRight: boolean;
}

/** All that can be checked in a frame. A fragment's checksum above IP needs the other fragments. */
export function checksOf(bytes: Uint8Array): Check[] {
  const frame = parseFrame(bytes);
  if (!frame || (frame.type !== 0x0800 && frame.type !== 0x86dd)) return [];
  const { packetFrom } = frame;
  const carried = carriedBy(frame.packet);
  if (!carried) return [];
  const rest = bytes.subarray(packetFrom);
  const inside = carriedChecks(frame.packet, carried).map((check) => ({
    ...check,
    at: check.at + carried.from,
  }));
  return [...packetChecks(rest, carried), ...inside].map((check) => {
    const at = check.at + packetFrom;
    const found = word(bytes, at);
    return { ...check, at, found, isRight: found === check.due };
  });
}

type Due = Omit<Check, "found" | "isRight">;

const packetChecks = (packet: Uint8Array, { version, from }: Carried): Due[] =>
  version === 4
    ? [
        length("ipv4", "ipv4.total-length", 2, packet.length),
        checksum("ipv4", "ipv4.header-checksum", 10, ipv4HeaderChecksum(packet.subarray(0, from))),
      ]
    : [length("ipv6", "ipv6.payload-length", 4, packet.length - ipv6.sizeBytes)];

function carriedChecks(packet: Uint8Array, carried: Carried): Due[] {
  const { protocol, isFragment, from } = carried;
  const data = packet.subarray(from);
  if (isFragment) return [];
  if (protocol === protocols.tcp && data.length >= tcp.sizeBytes)
    return [checksum("tcp", "tcp.checksum", 16, tcpChecksum(carried, data))];
  if (protocol === protocols.udp && data.length >= udp.sizeBytes)
    return [
      length("udp", "udp.length", 4, data.length),
      checksum("udp", "udp.checksum", 6, udpChecksum(carried, data)),
    ];
  if (protocol === protocols.icmp && data.length >= 4)
    return [checksum("icmp", "icmp.checksum", 2, icmpChecksum(data))];
  if (protocol === protocols.icmpv6 && data.length >= 4)
    return [checksum("icmpv6", "icmpv6.checksum", 2, icmpv6Checksum(carried, data))];
  return [];
}

const checksum = (layer: Check["layer"], field: string, at: number, due: number): Due => ({
  kind: "checksum",
  layer,
  field,
  at,
  due,
});

const length = (layer: Check["layer"], field: string, at: number, due: number): Due => ({
  kind: "length",
  layer,
  field,
  at,
  due,
});

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** The frame with one field set to what is due. */
export function withDue(bytes: Uint8Array, { at, due }: Pick<Check, "at" | "due">): Uint8Array {
  const repaired = bytes.slice();
  repaired.set([due >> 8, due & 0xff], at);
  return repaired;
}

/** The frame with every length, and then every checksum, as due. */
export function allDue(bytes: Uint8Array): Uint8Array {
  let repaired = bytes;
  for (const kind of ["length", "checksum"] as const)
    for (const check of checksOf(repaired).filter((each) => each.kind === kind && !each.isRight))
      repaired = withDue(repaired, check);
  return repaired;
}
