/** Source: RFC 768. */
import { hexNumber } from "./addresses.ts";
import type { Dissector } from "./frame-pen.ts";
import { defineHeader } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import { rowsOf } from "./rows-of.ts";

const { number } = rowsOf("RFC 768");

/** The whole header of UDP. */
export const udp = defineHeader("udp", [
  number("srcPort", 16, "Port of the sender. 0 when it wants no answer.", { label: "source port" }),
  number("dstPort", 16, "Port that the datagram is for.", { label: "destination port" }),
  number("length", 16, "Bytes of header and data together, at least 8."),
  number("checksum", 16, "Over addresses, header and data. 0 over IPv4: none was computed.", {
    show: (sum) => hexNumber(sum, 4),
  }),
]);

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
