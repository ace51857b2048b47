/** Ethernet II, and 802.3 whose content is shown as data. Source: RFC 894; IEEE 802.3. */
import { macText } from "./addresses.ts";
import { ethernet, ethernet8023 } from "./ethernet.ts";
import type { Dissector, FramePen, Inside } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";

const view = new HeaderView(ethernet, "ethernet");
const withLength = new HeaderView(ethernet8023, "ethernet");
const largestLength = 1500;

/** The frame's addresses; a type from 0x0600 on says what is inside. */
export const dissectEthernet: Dissector = (pen, from, to) => {
  pen.open("ethernet", "Ethernet", from);
  const type = ((pen.bytes[from + 12] ?? 0) << 8) | (pen.bytes[from + 13] ?? 0);
  const hasLength = to - from >= 14 && type <= largestLength;
  const read = hasLength ? pen.header(withLength, from, to) : pen.header(view, from, to);
  if (!read) return undefined;
  pen.close(from + 14, `${macText(read.src)} → ${macText(read.dst)}`);
  if (hasLength) return withoutType(pen, from + 14, to, type);
  return { by: "ethertype", number: type, from: from + 14, to };
};

/** What follows a length: an LLC header, which has no table here. */
export function withoutType(pen: FramePen, from: number, to: number, length: number): Inside {
  const end = pen.covered(from + length, to, "The length of the frame");
  pen.tail(end, to);
  return { by: "data", number: 0, from, to: end, dataIs: "802.3 with a length; LLC and above." };
}
