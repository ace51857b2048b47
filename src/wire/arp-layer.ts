/** Source: RFC 826. */
import { ipv4Text, macText } from "./addresses.ts";
import { arp, arpStart } from "./arp.ts";
import type { Dissector, FramePen } from "./frame-pen.ts";
import type { HeaderValues } from "./header.ts";
import { HeaderView } from "./header-view.ts";

const view = new HeaderView(arp, "arp");
const startView = new HeaderView(arpStart, "arp");

/** A question or an answer about addresses. What follows it in a frame is padding. */
export const dissectArp: Dissector = (pen, from, to) => {
  pen.open("arp", "ARP", from);
  const isUsual = isIpv4OverEthernet(pen.bytes, from);
  if (!isUsual) return otherAddresses(pen, from, to);
  const read = pen.header(view, from, to);
  if (!read) return undefined;
  pen.close(from + arp.sizeBytes, summaryOf(read));
  pen.tail(from + arp.sizeBytes, to);
  return undefined;
};

function isIpv4OverEthernet(bytes: Uint8Array, from: number): boolean {
  const isIpv4 = bytes[from + 2] === 0x08 && bytes[from + 3] === 0;
  return isIpv4 && bytes[from + 4] === 6 && bytes[from + 5] === 4;
}

function summaryOf(read: HeaderValues<typeof arp.rows>): string {
  const asked = ipv4Text(read.targetIp);
  const sender = ipv4Text(read.senderIp);
  if (read.operation === 1) return `Who has ${asked}? Tell ${sender}`;
  if (read.operation === 2) return `${sender} is at ${macText(read.senderMac)}`;
  return `operation ${read.operation}`;
}

/** Addresses of other kinds, as long as the packet says. */
function otherAddresses(pen: FramePen, from: number, to: number): undefined {
  const read = pen.header(startView, from, to);
  if (!read) return;
  const { hardwareLength, protocolLength } = read;
  let at = from + arpStart.sizeBytes;
  for (const [name, length] of [
    ["sender hardware address", hardwareLength],
    ["sender protocol address", protocolLength],
    ["target hardware address", hardwareLength],
    ["target protocol address", protocolLength],
  ] as const) {
    const end = pen.covered(at + length, to, "The addresses' length");
    pen.leaf(at, end, "arp", name, "An address, as long as the packet says.", "RFC 826");
    at = end;
  }
  pen.close(at, `operation ${read.operation}`);
  pen.tail(at, to);
}
