import { ethernet } from "#wire/ethernet.ts";
import { decodeHeader } from "#wire/header.ts";
import { ipv4 } from "#wire/ipv4.ts";
import { ipv6 } from "#wire/ipv6.ts";
import { vlan } from "#wire/vlan.ts";

/** The parts of a frame that a router or a receiver reads before it does anything with it. */
export interface ParsedFrame {
  dst: Uint8Array;
  src: Uint8Array;
  isTagged: boolean;
  /** What the header of the link says that it carries. */
  type: number;
  /** Where the packet begins. */
  packetFrom: number;
  /** The packet, as far as it is there and its own header says that it goes. */
  packet: Uint8Array;
}

/** Reads the frame's own header and its tag; undefined when even they are cut short. */
export function parseFrame(bytes: Uint8Array): ParsedFrame | undefined {
  const outer = decodeHeader(ethernet, bytes);
  if (!outer.ok) return undefined;
  const { dst, src } = outer.value;
  const tag =
    outer.value.type === 0x8100 ? decodeHeader(vlan, bytes, ethernet.sizeBytes) : undefined;
  if (tag && !tag.ok) return undefined;
  const isTagged = tag !== undefined;
  const packetFrom = ethernet.sizeBytes + (isTagged ? vlan.sizeBytes : 0);
  const type = tag ? tag.value.type : outer.value.type;
  const packet = bytes.subarray(packetFrom, packetFrom + packetBytes(bytes.subarray(packetFrom)));
  return { dst, src, isTagged, type, packetFrom, packet };
}

/** How long a packet says that it is, at most as long as the bytes that are there. */
function packetBytes(bytes: Uint8Array): number {
  const four = decodeHeader(ipv4, bytes);
  if (four.ok && four.value.version === 4) return Math.min(four.value.totalLength, bytes.length);
  const six = decodeHeader(ipv6, bytes);
  if (six.ok && six.value.version === 6)
    return Math.min(ipv6.sizeBytes + six.value.payloadLength, bytes.length);
  return bytes.length;
}
