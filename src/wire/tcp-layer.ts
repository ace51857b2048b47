/** Source: RFC 9293, section 3.1. */
import type { Dissector } from "./frame-pen.ts";
import type { HeaderValues } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import { tcp } from "./tcp.ts";
import { tcpOptions } from "./tcp-option-fields.ts";

const view = new HeaderView(tcp, "tcp");
type Head = HeaderValues<typeof tcp.rows>;

const flags = [
  ["syn", "SYN"],
  ["fin", "FIN"],
  ["rst", "RST"],
  ["psh", "PSH"],
  ["ackFlag", "ACK"],
  ["urg", "URG"],
  ["ece", "ECE"],
  ["cwr", "CWR"],
] as const;

/** A segment by itself; what it means in its connection is told by the stream. */
export const dissectTcp: Dissector = (pen, from, to) => {
  pen.open("tcp", "TCP", from);
  const head = pen.header(view, from, to);
  if (!head) return undefined;
  const { srcPort, dstPort, dataOffset } = head;
  if (dataOffset < 5) {
    pen.broken(from + 12, "The data offset is below the 20 bytes of the header.");
    pen.close(from + 20, summaryOf(head));
    return { by: "data", number: 0, from: from + 20, to };
  }
  const dataFrom = pen.covered(from + dataOffset * 4, to, "The data offset");
  tcpOptions.read(pen, from + 20, dataFrom);
  pen.close(dataFrom, summaryOf(head));
  return { by: "tcpPort", number: dstPort, other: srcPort, from: dataFrom, to };
};

function summaryOf(head: Head): string {
  let set = "";
  for (const [name, label] of flags) if (head[name]) set += set ? `, ${label}` : label;
  return `${head.srcPort} → ${head.dstPort}, ${set || "no flags"}`;
}
