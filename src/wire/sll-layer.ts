/** Source: the link-layer header types of tcpdump.org: LINKTYPE_LINUX_SLL and _SLL2. */
import { macText } from "./addresses.ts";
import type { Dissector, FramePen } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";
import { sll2, sllProtocol, sllStart } from "./sll.ts";

const startView = new HeaderView(sllStart, "sll");
const protocolView = new HeaderView(sllProtocol, "sll");
const view2 = new HeaderView(sll2, "sll");
const addressRoom = 8;

/** Linux "cooked" captures: what tcpdump -i any wrote. */
export const dissectSll: Dissector = (pen, from, to) => {
  pen.open("sll", "Linux cooked capture", from);
  const start = pen.header(startView, from, to);
  if (!start || !address(pen, from + 6, to, start.addressLength)) return undefined;
  const read = pen.header(protocolView, from + 14, to);
  if (!read) return undefined;
  pen.close(from + 16, summaryOf(pen, start.packetType, from + 6, start.addressLength));
  return { by: "ethertype", number: read.protocol, from: from + 16, to };
};

/** Its successor, with the number of the interface. */
export const dissectSll2: Dissector = (pen, from, to) => {
  pen.open("sll", "Linux cooked capture, version 2", from);
  const read = pen.header(view2, from, to);
  if (!read || !address(pen, from + 12, to, read.addressLength)) return undefined;
  pen.close(from + 20, summaryOf(pen, read.packetType, from + 12, read.addressLength));
  return { by: "ethertype", number: read.protocol, from: from + 20, to };
};

/** The address and what it leaves of its 8 bytes. Says whether all are there. */
function address(pen: FramePen, from: number, to: number, length: number): boolean {
  const end = Math.min(from + addressRoom, to);
  const middle = Math.min(from + length, end);
  pen.leaf(from, middle, "sll", "source address", "Link-layer address of the sender.", source);
  pen.leaf(middle, end, "sll", "unused", "Room for a longer address.", source);
  if (end < from + addressRoom) pen.missing(from, from + addressRoom, end);
  return end === from + addressRoom;
}

const source = "tcpdump.org, link-layer header types: LINKTYPE_LINUX_SLL";

function summaryOf({ bytes }: FramePen, type: number, at: number, length: number): string {
  const way = type === 4 ? "sent" : "received";
  return length > 0 ? `${way}, from ${macText(bytes.subarray(at, at + Math.min(length, 8)))}` : way;
}
