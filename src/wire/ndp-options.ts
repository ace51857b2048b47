/** Sources: RFC 4861, section 4.6; RFC 8106, section 5; RFC 4191, section 2.3; RFC 3971, section 5.3.2. */
import { ipv6Text, macText } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

/** Names of the options. */
export const ndpOptionTypes: Readonly<Record<number, string>> = {
  1: "source link-layer address",
  2: "target link-layer address",
  3: "prefix information",
  4: "redirected header",
  5: "MTU",
  14: "nonce",
  24: "route information",
  25: "recursive DNS server",
  31: "DNS search list",
};

const nd = rowsOf("RFC 4861, section 4.6");
const dns = rowsOf("RFC 8106, section 5");
const route = rowsOf("RFC 4191, section 2.3");

/** Every option begins so. */
export const ndpOption = defineHeader("ndp option", [
  nd.number("type", 8, "Which option this is.", { show: numberText(ndpOptionTypes) }),
  nd.number("length", 8, "Length of the option in units of 8 bytes.", {
    show: (units) => `${units}, ${units * 8} bytes`,
  }),
]);

/** Types 1 and 2 on Ethernet. */
export const linkAddress = defineHeader("ndp link address", [
  nd.bytes("address", 6, "The MAC address.", { label: "link-layer address", show: macText }),
]);

/** Type 3. */
export const prefixInformation = defineHeader("ndp prefix information", [
  nd.number("prefixLength", 8, "Bits of the prefix that count."),
  nd.flag("onLink", "Whether its addresses are on this link.", { label: "on-link (L)" }),
  nd.flag("autonomous", "Whether hosts may make addresses of it.", { label: "autonomous (A)" }),
  rowsOf("RFC 6275, section 7.2").flag("routerAddress", "Whether it is a router's own address.", {
    label: "router address (R)",
  }),
  nd.number("reserved", 5, "0, or flags of later standards."),
  nd.number("validLifetime", 32, "Seconds. All ones: for ever."),
  nd.number("preferredLifetime", 32, "Seconds. All ones: for ever."),
  nd.bytes("reserved2", 4, "0.", { label: "reserved" }),
  nd.bytes("prefix", 16, "The beginning of addresses on this link.", { show: ipv6Text }),
]);

/** Type 5. */
export const ndpMtu = defineHeader("ndp mtu", [
  nd.bytes("reserved", 2, "0."),
  nd.number("mtu", 32, "The largest packet on this link.", { label: "MTU" }),
]);

/** Type 24 without its prefix. */
export const routeInformation = defineHeader("ndp route information", [
  route.number("prefixLength", 8, "Bits of the prefix that count."),
  route.number("reserved", 3, "0."),
  route.number("preference", 2, "How much this router is preferred.", {
    show: numberText({ 0: "medium", 1: "high", 3: "low" }),
  }),
  route.number("reserved2", 3, "0.", { label: "reserved" }),
  route.number("routeLifetime", 32, "Seconds. All ones: for ever."),
]);

/** Types 25 and 31 without their lists. */
export const dnsLifetime = defineHeader("ndp dns", [
  dns.bytes("reserved", 2, "0."),
  dns.number("lifetime", 32, "Seconds. All ones: for ever."),
]);

/** One address of type 25. */
export const dnsServer = defineHeader("ndp dns server", [
  dns.bytes("server", 16, "Address of a server.", { label: "DNS server", show: ipv6Text }),
]);
