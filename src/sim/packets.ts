/**
 * Packets, as a sender makes them.
 *
 * Sources: RFC 791, section 3.1; RFC 8200, section 3.
 *
 * Leaves out: options and extension headers, priorities and flow labels.
 */
import { encodeHeader } from "#wire/header.ts";
import { ipv6 } from "#wire/ipv6.ts";
import { joined } from "#wire/text.ts";
import { ipv4Header } from "./ip-fragments.ts";

/** What a packet's header says, in either version. */
export interface PacketHead {
  src: Uint8Array;
  dst: Uint8Array;
  protocol: number;
  ttl: number;
  df: boolean;
  identification: number;
}

export const protocols = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

/** A packet with its header; the version is that of the addresses. */
export const packetOf = (head: PacketHead, data: Uint8Array): Uint8Array =>
  head.src.length === 4 ? ipv4Packet(head, data) : ipv6Packet(head, data);

function ipv4Packet(head: PacketHead, data: Uint8Array): Uint8Array {
  const { src, dst, protocol, ttl, df, identification } = head;
  const zero = { dscp: 0, ecn: 0, reserved: false, mf: false, fragmentOffset: 0 };
  const totalLength = 20 + data.length;
  const own = { version: 4, ihl: 5, totalLength, identification, df, ttl, protocol };
  return joined([ipv4Header({ ...zero, ...own, headerChecksum: 0, src, dst }), data]);
}

function ipv6Packet(head: PacketHead, data: Uint8Array): Uint8Array {
  const { src, dst, protocol: nextHeader, ttl: hopLimit } = head;
  const zero = { dscp: 0, ecn: 0, flowLabel: 0 };
  const own = { version: 6, payloadLength: data.length, nextHeader, hopLimit };
  return joined([encodeHeader(ipv6, { ...zero, ...own, src, dst }), data]);
}
