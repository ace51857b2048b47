/** Source: RFC 768. */
import type { Dissector } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";
import { udp } from "./udp.ts";

const view = new HeaderView(udp, "udp");

/** A datagram; what it carries is known by its ports, if at all. */
export const dissectUdp: Dissector = (pen, from, to) => {
  pen.open("udp", "UDP", from);
  const read = pen.header(view, from, to);
  if (!read) return undefined;
  const { srcPort, dstPort, length } = read;
  const dataFrom = from + 8;
  pen.close(dataFrom, `${srcPort} → ${dstPort}`);
  const inside = { by: "udpPort", number: dstPort, other: srcPort, from: dataFrom } as const;
  // 0 stands in jumbograms only.
  if (length === 0) return { ...inside, to };
  if (length < 8) {
    pen.broken(from + 4, "The length is below the 8 bytes of the header.");
    return { by: "data", number: 0, from: dataFrom, to };
  }
  const end = pen.covered(from + length, to, "The length");
  pen.tail(end, to);
  return { ...inside, to: end };
};
