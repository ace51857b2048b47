/** Source: RFC 8200, section 3. */
import { hexNumber, ipv6Text } from "./addresses.ts";
import type { Dissector } from "./frame-pen.ts";
import { defineHeader } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import { wrongVersion } from "./ip-version.ts";
import { ipProtocolText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { bytes, number } = rowsOf("RFC 8200, section 3");
const traffic = rowsOf("RFC 8200, section 7; RFC 2474; RFC 3168");

/** The 40 bytes that every IPv6 packet begins with. There is no checksum. */
export const ipv6 = defineHeader("ipv6", [
  number("version", 4, "6."),
  traffic.number("dscp", 6, "How the packet is to be treated.", { label: "DSCP" }),
  traffic.number("ecn", 2, "Whether routers may mark congestion, and whether one did.", {
    label: "ECN",
  }),
  number("flowLabel", 20, "The same for packets that belong together.", {
    show: (label) => hexNumber(label, 5),
  }),
  number("payloadLength", 16, "Bytes behind these 40, extension headers included."),
  number("nextHeader", 8, "What follows: the data's protocol, or an extension header.", {
    show: ipProtocolText,
  }),
  number("hopLimit", 8, "Each router takes 1 away, and drops the packet at 0."),
  bytes("src", 16, "The address that the packet came from.", {
    label: "source address",
    show: ipv6Text,
  }),
  bytes("dst", 16, "The address that the packet is for.", {
    label: "destination address",
    show: ipv6Text,
  }),
]);

const view = new HeaderView(ipv6, "ipv6");

/** A packet; extension headers follow by their numbers, as other protocols do. */
export const dissectIpv6: Dissector = (pen, from, to) => {
  pen.open("ipv6", "IPv6", from);
  if (from < to && (pen.bytes[from] ?? 0) >> 4 !== 6) return wrongVersion(pen, view, from, to);
  const head = pen.header(view, from, to);
  if (!head) return undefined;
  const dataFrom = from + 40;
  pen.close(dataFrom, `${ipv6Text(head.src)} → ${ipv6Text(head.dst)}, hop limit ${head.hopLimit}`);
  // Jumbograms are longer than the length can say, and have 0 there.
  const isJumbo = head.nextHeader === 0 || to - dataFrom > 0xffff;
  const isOpen = head.payloadLength === 0 && isJumbo;
  const end = isOpen ? to : pen.covered(dataFrom + head.payloadLength, to, "The payload length");
  pen.tail(end, to);
  return { by: "ipProtocol", number: head.nextHeader, from: dataFrom, to: end };
};
