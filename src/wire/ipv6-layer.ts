/** Source: RFC 8200, sections 3 and 4. */
import { ipv6Text } from "./addresses.ts";
import type { Dissector } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";
import { wrongVersion } from "./ip-version.ts";
import { ipv6 } from "./ipv6.ts";

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
