/**
 * Ethernet frames, as a host makes them.
 *
 * Sources: RFC 894; IEEE 802.1Q.
 *
 * Leaves out: padding, check sequence and preamble, which the network card adds.
 */
import { ethernet } from "#wire/ethernet.ts";
import { encodeHeader } from "#wire/header.ts";
import { joined } from "#wire/text.ts";
import { vlan } from "#wire/vlan.ts";

const tagType = 0x8100;

/** The virtual network that Ann's frames belong to, where they are tagged. */
export const vlanId = 42;

/** What a packet is put into on its next link. */
export interface Link {
  src: Uint8Array;
  dst: Uint8Array;
  isTagged: boolean;
}

/** An Ethernet frame around an IP packet; the EtherType is that of the packet's version. */
export function frameOf({ src, dst, isTagged }: Link, packet: Uint8Array): Uint8Array {
  const type = (packet[0] ?? 0) >> 4 === 6 ? 0x86dd : 0x0800;
  const head = encodeHeader(ethernet, { src, dst, type: isTagged ? tagType : type });
  const tag = isTagged
    ? encodeHeader(vlan, { pcp: 0, dei: false, vlanId, type })
    : new Uint8Array();
  return joined([head, tag, packet]);
}
