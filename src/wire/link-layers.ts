/** Links that have next to no header. Source: the link-layer header types of tcpdump.org. */
import type { Dissector } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";
import { familyOf, nullLoopback } from "./null-loopback.ts";

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
