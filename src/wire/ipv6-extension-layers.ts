/**
 * Extension headers, each one a part of the layer `ipv6`. Sources: RFC 8200, section 4; RFC 4302.
 *
 * Leaves out: the insides of routing headers, and all that is encrypted (ESP).
 */
import type { Dissector, FramePen, Inside } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";
import { authentication, ipv6Fragment, ipv6Options, ipv6Routing } from "./ipv6-extensions.ts";
import { ipv6OptionFields } from "./ipv6-option-fields.ts";

const hopView = new HeaderView(ipv6Options, "ipv6", "hop-by-hop");
const destinationView = new HeaderView(ipv6Options, "ipv6", "destination");
const routingView = new HeaderView(ipv6Routing, "ipv6", "routing");
const fragmentView = new HeaderView(ipv6Fragment, "ipv6", "fragment");
const authenticationView = new HeaderView(authentication, "ipv6", "authentication");

const options =
  (view: typeof hopView): Dissector =>
  (pen, from, to) => {
    const read = pen.header(view, from, to);
    if (!read) return undefined;
    const end = pen.covered(from + read.length * 8 + 8, to, "The extension header");
    ipv6OptionFields(pen, from + 2, end);
    return next(pen, read.nextHeader, end, to);
  };

/** Options for every router, and options for the destination. */
export const dissectHopByHop = options(hopView);
export const dissectDestination = options(destinationView);

/** Nodes to be visited; which ones depends on the type. */
export const dissectRouting: Dissector = (pen, from, to) => {
  const read = pen.header(routingView, from, to);
  if (!read) return undefined;
  const end = pen.covered(from + read.length * 8 + 8, to, "The extension header");
  pen.leaf(from + 4, end, "ipv6", "routing data", "Depends on the type.", "RFC 8200, section 4.4");
  return next(pen, read.nextHeader, end, to);
};

/** A part of a packet. Only the first one begins with what the packet carries. */
export const dissectFragment: Dissector = (pen, from, to) => {
  const read = pen.header(fragmentView, from, to);
  if (!read) return undefined;
  if (read.mf) pen.isPart = true;
  const at = from + 8;
  if (read.fragmentOffset === 0) return next(pen, read.nextHeader, at, to);
  return { by: "data", number: 0, from: at, to, dataIs: "A later part of what was fragmented." };
};

/** A check value over the packet. */
export const dissectAuthentication: Dissector = (pen, from, to) => {
  const read = pen.header(authenticationView, from, to);
  if (!read) return undefined;
  const end = pen.covered(Math.max(from + read.length * 4 + 8, from + 12), to, "The header");
  pen.leaf(from + 12, end, "ipv6", "check value", "Over the packet.", "RFC 4302, section 2.6");
  return next(pen, read.nextHeader, end, to);
};

function next(pen: FramePen, number: number, from: number, to: number): Inside {
  pen.extend(from);
  return { by: "ipProtocol", number, from, to };
}
