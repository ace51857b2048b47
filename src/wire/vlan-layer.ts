/** Source: IEEE 802.1Q. */
import { withoutType } from "./ethernet-layer.ts";
import type { Dissector } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";
import { vlan } from "./vlan.ts";

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
