/** Source: IEEE 802.1Q. */
import { withoutType } from "./ethernet-layer.ts";
import type { Dissector } from "./frame-pen.ts";
import { defineHeader } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import { ethertypeText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { flag, number } = rowsOf("IEEE 802.1Q");

/** The four bytes behind EtherType 0x8100, 0x88a8 or 0x9100: the tag, and the type that it moved. */
export const vlan = defineHeader("vlan", [
  number("pcp", 3, "How urgent the frame is, 0 to 7.", { label: "priority (PCP)" }),
  flag("dei", "Whether the frame may be dropped first.", { label: "drop eligible (DEI)" }),
  number("vlanId", 12, "Which virtual network the frame belongs to.", { label: "VLAN ID" }),
  number("type", 16, "What the tagged frame carries.", {
    label: "EtherType",
    show: ethertypeText,
  }),
]);

const view = new HeaderView(vlan, "vlan");

/** A tag; another tag may follow. */
export const dissectVlan: Dissector = (pen, from, to) => {
  pen.open("vlan", "802.1Q tag", from);
  const read = pen.header(view, from, to);
  if (!read) return undefined;
  pen.close(from + 4, `VLAN ${read.vlanId}, priority ${read.pcp}`);
  if (read.type <= 1500) return withoutType(pen, from + 4, to, read.type);
  return { by: "ethertype", number: read.type, from: from + 4, to };
};
