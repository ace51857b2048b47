import { decodeHeader } from "#wire/header.ts";
import { ipv4 } from "#wire/ipv4.ts";
import { ipv6 } from "#wire/ipv6.ts";
import { ipv6Fragment } from "#wire/ipv6-extensions.ts";

/** What a packet carries, and between which addresses. */
export interface Carried {
  version: 4 | 6;
  src: Uint8Array;
  dst: Uint8Array;
  protocol: number;
  /** Where in the packet it begins. */
  from: number;
  /** It is a piece: what its checksum covers is not all here. */
  isFragment: boolean;
  /** Where the piece belongs, in bytes; 0 for a whole. */
  offsetBytes: number;
}

/** What an IP packet carries; undefined when it is none, or its header is cut short. */
export function carriedBy(packet: Uint8Array): Carried | undefined {
  return (packet[0] ?? 0) >> 4 === 4 ? byIpv4(packet) : byIpv6(packet);
}

function byIpv4(packet: Uint8Array): Carried | undefined {
  const read = decodeHeader(ipv4, packet);
  if (!read.ok || read.value.ihl < 5 || packet.length < read.value.ihl * 4) return undefined;
  const { src, dst, protocol, ihl, mf, fragmentOffset } = read.value;
  const isFragment = mf || fragmentOffset > 0;
  const offsetBytes = fragmentOffset * 8;
  return { version: 4, src, dst, protocol, from: ihl * 4, isFragment, offsetBytes };
}

function byIpv6(packet: Uint8Array): Carried | undefined {
  const read = decodeHeader(ipv6, packet);
  if (!read.ok || read.value.version !== 6) return undefined;
  const { src, dst, nextHeader: protocol } = read.value;
  const whole = { version: 6, src, dst, isFragment: false, offsetBytes: 0 } as const;
  if (protocol !== 44) return { ...whole, protocol, from: ipv6.sizeBytes };
  const piece = decodeHeader(ipv6Fragment, packet, ipv6.sizeBytes);
  if (!piece.ok) return undefined;
  const { nextHeader, fragmentOffset, mf } = piece.value;
  return {
    ...whole,
    protocol: nextHeader,
    from: ipv6.sizeBytes + ipv6Fragment.sizeBytes,
    isFragment: mf || fragmentOffset > 0,
    offsetBytes: fragmentOffset * 8,
  };
}
