/** Sources: RFC 791; RFC 1812, section 5.2; RFC 8200; RFC 1191; RFC 8201. */

import { frameOf } from "#sim/frames.ts";
import { ipv4Fragments, ipv4Header, valuesOf } from "#sim/ip-fragments.ts";
import { ipv4HeaderChecksum } from "#wire/checksums.ts";
import { encodeHeader } from "#wire/header.ts";
import { ipv4 } from "#wire/ipv4.ts";
import { ipv6 } from "#wire/ipv6.ts";
import { joined } from "#wire/text.ts";
import { type Carried, carriedBy } from "./carried.ts";
import { hostsOf } from "./hosts.ts";
import { type IcmpError, icmpErrorPacket } from "./icmp-errors.ts";
import { madeNumbers } from "./made-numbers.ts";
import type { Settings } from "./model.ts";
import { type ParsedFrame, parseFrame } from "./parsed-frame.ts";
import { translated } from "./translate.ts";

/** Why a packet goes no further. */
export const discardReasons = {
  "other-mac":
    "The frame is for another MAC address than the router’s, so its network card lets it pass by.",
  "not-ip": "The frame does not say that it carries IP, and this router knows nothing else.",
  "bad-header": "The packet’s header contradicts itself: its version or a length cannot be right.",
  "header-checksum":
    "The header’s checksum is wrong. Whoever finds that discards the packet, and tells nobody.",
  "ttl-over":
    "The router would make it 0, so the packet ends here. An ICMP error goes back to its sender.",
  "too-big":
    "The packet is larger than the next link takes, and no router may cut it. An ICMP error goes back, with the size that fits.",
} as const;
export type DiscardReason = keyof typeof discardReasons;

/** What the router does with one frame: frames on its next link, or an end, maybe with an error back. */
export type Forwarded =
  | { isForwarded: true; frames: Uint8Array[] }
  | { isForwarded: false; why: DiscardReason; reply?: Uint8Array };

type Way = Pick<Settings, "ip" | "route" | "nextMtu">;

/** Takes a frame from Ann's link and sends what it carries onto the server's. */
export function forward(bytes: Uint8Array, way: Way, { natPort } = madeNumbers): Forwarded {
  const { routerNear } = hostsOf(way);
  const frame = parseFrame(bytes);
  if (!frame || !isSame(frame.dst, routerNear.mac)) return discard("other-mac");
  const broken = brokenRule(frame);
  const carried = carriedBy(frame.packet);
  if (broken) return discard(broken);
  if (!carried) return discard("bad-header");
  const back = (error: IcmpError): Uint8Array => {
    const packet = icmpErrorPacket(error, frame.packet, carried, routerNear.ip);
    const link = { src: routerNear.mac, dst: frame.src, isTagged: frame.isTagged };
    return frameOf(link, packet);
  };
  return onward(frame, carried, { ...way, natPort }, back);
}

function onward(
  { packet }: ParsedFrame,
  { version }: Carried,
  way: Way & { natPort: number },
  back: (error: IcmpError) => Uint8Array,
): Forwarded {
  const mtu = Number(way.nextMtu);
  if (hopsOf(packet, version) <= 1) return discard("ttl-over", back({ what: "time-exceeded" }));
  const isTooBig = packet.length > mtu && (version === 6 || valuesOf(ipv4, packet).df);
  if (isTooBig) return discard("too-big", back({ what: "too-big", mtu }));
  const { routerFar, server } = hostsOf(way);
  const own = way.route === "nat" ? translated(packet, routerFar.ip, way.natPort) : packet;
  const next = oneHopOlder(own, version);
  const link = { src: routerFar.mac, dst: server.mac, isTagged: false };
  const packets = version === 4 ? ipv4Fragments(next, mtu) : [next];
  return { isForwarded: true, frames: packets.map((each) => frameOf(link, each)) };
}

const discard = (why: DiscardReason, reply?: Uint8Array): Forwarded =>
  reply ? { isForwarded: false, why, reply } : { isForwarded: false, why };

/** What a router checks before anything else: RFC 1812, section 5.2.2. */
function brokenRule({ type, packet }: ParsedFrame): DiscardReason | undefined {
  if (type !== 0x0800 && type !== 0x86dd) return "not-ip";
  const version = (packet[0] ?? 0) >> 4;
  if (version !== (type === 0x0800 ? 4 : 6)) return "bad-header";
  if (packet.length < (version === 4 ? ipv4 : ipv6).sizeBytes) return "bad-header";
  if (version === 6) {
    const { payloadLength } = valuesOf(ipv6, packet);
    return ipv6.sizeBytes + payloadLength > packet.length ? "bad-header" : undefined;
  }
  const { ihl, totalLength, headerChecksum } = valuesOf(ipv4, packet);
  const header = packet.subarray(0, ihl * 4);
  const isLengthWrong = ihl < 5 || totalLength < ihl * 4 || totalLength > packet.length;
  if (isLengthWrong) return "bad-header";
  return ipv4HeaderChecksum(header) === headerChecksum ? undefined : "header-checksum";
}

const hopsOf = (packet: Uint8Array, version: 4 | 6): number =>
  version === 4 ? valuesOf(ipv4, packet).ttl : valuesOf(ipv6, packet).hopLimit;

/** The packet with one hop less to go; the checksum of IPv4's header covers that, and is made anew. */
function oneHopOlder(packet: Uint8Array, version: 4 | 6): Uint8Array {
  if (version === 6) {
    const values = valuesOf(ipv6, packet);
    const header = encodeHeader(ipv6, { ...values, hopLimit: values.hopLimit - 1 });
    return joined([header, packet.subarray(ipv6.sizeBytes)]);
  }
  const values = valuesOf(ipv4, packet);
  const options = packet.subarray(ipv4.sizeBytes, values.ihl * 4);
  const header = ipv4Header({ ...values, ttl: values.ttl - 1 }, options);
  return joined([header, packet.subarray(values.ihl * 4)]);
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.every((byte, at) => byte === other[at]);
