/** Source: the link types NULL and LOOP of tcpdump.org. */
import { defineHeader } from "./header.ts";
import { rowsOf } from "./rows-of.ts";

const { bytes } = rowsOf("tcpdump.org, link-layer header types: LINKTYPE_NULL");

/** The family as a number; the capturing machine wrote it in its own byte order. */
export function familyOf(family: Uint8Array): number {
  const view = new DataView(family.buffer, family.byteOffset, 4);
  const big = view.getUint32(0);
  return big > 0xffff ? view.getUint32(0, true) : big;
}

const families: Readonly<Record<number, string>> = {
  2: "IPv4",
  24: "IPv6 (NetBSD, OpenBSD)",
  28: "IPv6 (FreeBSD)",
  30: "IPv6 (macOS)",
};

/** What stands before a packet of the loopback interface on BSD and macOS. */
export const nullLoopback = defineHeader("null", [
  bytes("family", 4, "What the packet is. In the byte order of the machine that captured it.", {
    show: (family) => `${familyOf(family)}, ${families[familyOf(family)] ?? "not known"}`,
  }),
]);
