/**
 * Sources: RFC 4443; RFC 4861, section 4; RFC 2710 and RFC 3810 for multicast listeners.
 *
 * Leaves out: messages of mobility and of certification paths.
 */
import type { Dissector, FramePen, Inside } from "./frame-pen.ts";
import type { HeaderTable } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import {
  icmpv6,
  icmpv6Echo,
  icmpv6Mtu,
  icmpv6Pointer,
  icmpv6Redirect,
  icmpv6Types,
  icmpv6Unused,
  neighborAdvertisement,
  neighborSolicitation,
  routerAdvertisement,
  routerSolicitation,
} from "./icmpv6.ts";
import { mldFields, mldReportFields } from "./mld-fields.ts";
import { ndpOptionFields } from "./ndp-option-fields.ts";

const view = new HeaderView(icmpv6, "icmpv6");
const rest = (table: HeaderTable) => new HeaderView(table, "icmpv6");
const echo = rest(icmpv6Echo);

const errors: Readonly<Record<number, typeof echo>> = {
  1: rest(icmpv6Unused),
  2: rest(icmpv6Mtu),
  3: rest(icmpv6Unused),
  4: rest(icmpv6Pointer),
};

const discovery: Readonly<Record<number, typeof echo>> = {
  133: rest(routerSolicitation),
  134: rest(routerAdvertisement),
  135: rest(neighborSolicitation),
  136: rest(neighborAdvertisement),
  137: rest(icmpv6Redirect),
};

/** A message about IPv6, and the discovery of neighbors and routers. */
export const dissectIcmpv6: Dissector = (pen, from, to) => {
  pen.open("icmpv6", "ICMPv6", from);
  const head = pen.header(view, from, to);
  if (!head) return undefined;
  const { type } = head;
  pen.close(from + 4, icmpv6Types[type] ?? `type ${type}`);
  const error = errors[type];
  if (error) return quoteOf(pen, error, from + 4, to);
  const neighbors = discovery[type];
  if (neighbors) return discover(pen, neighbors, from + 4, to);
  if (isListening(type)) return listen(pen, type, from + 4, to);
  if (type !== 128 && type !== 129) return { by: "data", number: 0, from: from + 4, to };
  if (!pen.header(echo, from + 4, to)) return undefined;
  return { by: "data", number: 0, from: from + 8, to, dataIs: "What the echo is to bring back." };
};

const isListening = (type: number): boolean => (type >= 130 && type <= 132) || type === 143;

function listen(pen: FramePen, type: number, from: number, to: number): undefined {
  if (type === 143) mldReportFields(pen, from, to);
  else mldFields(pen, from, to);
}

function quoteOf(pen: FramePen, view: typeof echo, at: number, to: number): Inside | undefined {
  if (!pen.header(view, at, to)) return undefined;
  pen.quote();
  return { by: "ethertype", number: 0x86dd, from: at + 4, to };
}

function discover(pen: FramePen, view: typeof echo, at: number, to: number): undefined {
  if (pen.header(view, at, to)) ndpOptionFields(pen, at + view.table.sizeBytes, to);
}
