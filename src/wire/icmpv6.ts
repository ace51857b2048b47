/** Sources: RFC 4443; RFC 4861, section 4. */
import { hexNumber, ipv6Text } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const message = rowsOf("RFC 4443, section 2.1");
const errors = rowsOf("RFC 4443, section 3");
const nd = rowsOf("RFC 4861, section 4");

/** Names of the messages. */
export const icmpv6Types: Readonly<Record<number, string>> = {
  1: "destination unreachable",
  2: "packet too big",
  3: "time exceeded",
  4: "parameter problem",
  128: "echo request",
  129: "echo reply",
  130: "multicast listener query",
  131: "multicast listener report",
  132: "multicast listener done",
  133: "router solicitation",
  134: "router advertisement",
  135: "neighbor solicitation",
  136: "neighbor advertisement",
  137: "redirect",
  143: "multicast listener report, version 2",
};

/** Every ICMPv6 message begins so. */
export const icmpv6 = defineHeader("icmpv6", [
  message.number("type", 8, "What the message says. Up to 127: an error.", {
    show: numberText(icmpv6Types),
  }),
  message.number("code", 8, "Which case of it."),
  message.number("checksum", 16, "Over addresses and the whole message.", {
    show: (sum) => hexNumber(sum, 4),
  }),
]);

/** Follows in echo requests and replies. */
export const icmpv6Echo = defineHeader("icmpv6 echo", [
  message.number("identifier", 16, "The same for all requests of one program."),
  message.number("sequenceNumber", 16, "Counts requests. The reply repeats it."),
]);

/** Follows in "destination unreachable" and "time exceeded". */
export const icmpv6Unused = defineHeader("icmpv6 unused", [errors.bytes("unused", 4, "0.")]);

/** Follows in "packet too big". */
export const icmpv6Mtu = defineHeader("icmpv6 mtu", [
  errors.number("mtu", 32, "The largest packet that fits the next link.", { label: "MTU" }),
]);

/** Follows in a parameter problem. */
export const icmpv6Pointer = defineHeader("icmpv6 parameter problem", [
  errors.number("pointer", 32, "The byte of the quoted packet that is wrong."),
]);

const reserved = nd.bytes("reserved", 4, "0.");
const target = (doc: string) =>
  nd.bytes("target", 16, doc, { label: "target address", show: ipv6Text });

/** Follows in a router solicitation. */
export const routerSolicitation = defineHeader("router solicitation", [reserved]);

/** Follows in a neighbor solicitation: who has this address? */
export const neighborSolicitation = defineHeader("neighbor solicitation", [
  reserved,
  target("The address whose owner is asked for."),
]);

/** Follows in a neighbor advertisement. */
export const neighborAdvertisement = defineHeader("neighbor advertisement", [
  nd.flag("router", "Whether the sender is a router.", { label: "router (R)" }),
  nd.flag("solicited", "Whether this answers a solicitation.", { label: "solicited (S)" }),
  nd.flag("override", "Whether it replaces what is remembered.", { label: "override (O)" }),
  nd.number("reserved", 29, "0."),
  target("The address that the sender has."),
]);

/** Follows in a redirect. */
export const icmpv6Redirect = defineHeader("icmpv6 redirect", [
  reserved,
  target("The better first hop."),
  nd.bytes("destination", 16, "For packets to this address.", {
    label: "destination address",
    show: ipv6Text,
  }),
]);

/** Follows in a router advertisement. */
export const routerAdvertisement = defineHeader("router advertisement", [
  nd.number("hopLimit", 8, "The hop limit that hosts begin with. 0: not said."),
  nd.flag("managed", "Whether addresses come by DHCPv6.", { label: "managed (M)" }),
  nd.flag("otherConfig", "Whether other settings come by DHCPv6.", { label: "other (O)" }),
  rowsOf("RFC 6275, section 7.1").flag("homeAgent", "Whether the router is a home agent.", {
    label: "home agent (H)",
  }),
  rowsOf("RFC 4191, section 2.2").number("preference", 2, "How much this router is preferred.", {
    show: numberText({ 0: "medium", 1: "high", 3: "low" }),
  }),
  rowsOf("RFC 4389, section 4.1.3.3").flag("proxy", "Whether it was passed on by a proxy.", {
    label: "proxy (P)",
  }),
  nd.number("reserved", 2, "0."),
  nd.number("routerLifetime", 16, "Seconds for which it serves as default router. 0: it does not."),
  nd.number("reachableTime", 32, "Milliseconds that a neighbor counts as reachable. 0: not said."),
  nd.number("retransTimer", 32, "Milliseconds between two solicitations. 0: not said."),
]);
