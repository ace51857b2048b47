/** Source: the link types NULL and LOOP of tcpdump.org. */
import type { Dissector } from "./frame-pen.ts";
import { defineHeader } from "./header.ts";
import { HeaderView } from "./header-view.ts";
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

const view = new HeaderView(nullLoopback, "null");

const ethertypeOf = (family: number): number =>
  family === 2 ? 0x0800 : [24, 28, 30].includes(family) ? 0x86dd : 0;

/** The loopback interface of BSD and macOS. */
export const dissectNull: Dissector = (pen, from, to) => {
  pen.open("null", "Loopback", from);
  const read = pen.header(view, from, to);
  if (!read) return undefined;
  const family = familyOf(read.family);
  pen.close(from + 4, `address family ${family}`);
  return { by: "ethertype", number: ethertypeOf(family), from: from + 4, to };
};

/** No header: the packet says itself which version of IP it is. */
export const dissectRaw: Dissector = (pen, from, to) => {
  const version = (pen.bytes[from] ?? 0) >> 4;
  const number = version === 4 ? 0x0800 : version === 6 ? 0x86dd : 0;
  return { by: "ethertype", number, from, to };
};
