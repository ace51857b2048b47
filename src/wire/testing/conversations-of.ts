import { Conversations, type SegmentWithMessages } from "../conversations.ts";
import { lookAt } from "../packet-look.ts";
import type { PacketWithBytes } from "../read-capture.ts";
import { addressText, endpointText } from "../segment-of.ts";

/** The TCP segments of a capture in their connections, by the number of their packet, from 1. */
export function conversationsOf(
  packets: readonly PacketWithBytes[],
): { number: number; segment: SegmentWithMessages }[] {
  const conversations = new Conversations();
  return packets.flatMap(({ bytes, link, time }, index) => {
    const look = lookAt(bytes, link);
    if (look.protocol !== "tcp") return [];
    const { srcAt, dstAt, srcPort, dstPort, addressBytes } = look;
    const from = endpointText(addressText(bytes, srcAt, addressBytes), srcPort);
    const to = endpointText(addressText(bytes, dstAt, addressBytes), dstPort);
    const atMs = (time?.seconds ?? 0) * 1000 + (time?.nanoseconds ?? 0) / 1e6;
    return [{ number: index + 1, segment: conversations.push(bytes, look, [from, to], atMs) }];
  });
}
