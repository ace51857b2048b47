/** Sources: RFC 792; RFC 1191, section 4, for the MTU; RFC 4884 for the length. */
import { hexNumber, ipv4Text } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { bytes, number } = rowsOf("RFC 792");
const extended = rowsOf("RFC 4884, section 4");

/** Names of the messages. */
export const icmpTypes: Readonly<Record<number, string>> = {
  0: "echo reply",
  3: "destination unreachable",
  4: "source quench",
  5: "redirect",
  8: "echo request",
  9: "router advertisement",
  10: "router solicitation",
  11: "time exceeded",
  12: "parameter problem",
  13: "timestamp request",
  14: "timestamp reply",
};

/** Every ICMP message begins so. */
export const icmp = defineHeader("icmp", [
  number("type", 8, "What the message says.", { show: numberText(icmpTypes) }),
  number("code", 8, "Which case of it."),
  number("checksum", 16, "Over the whole message.", { show: (sum) => hexNumber(sum, 4) }),
]);

/** Follows in echo requests and replies, and in timestamps. */
export const icmpEcho = defineHeader("icmp echo", [
  number("identifier", 16, "The same for all requests of one program."),
  number("sequenceNumber", 16, "Counts requests. The reply repeats it."),
]);

/** Follows in errors; 4 bytes of which most kinds use none. */
export const icmpUnused = defineHeader("icmp unused", [
  bytes("unused", 1, "0."),
  extended.number("length", 8, "Words of 4 bytes of the packet that is quoted. 0: not said."),
  bytes("unused2", 2, "0.", { label: "unused" }),
]);

/** Follows in "fragmentation needed" (type 3, code 4). */
export const icmpMtu = defineHeader("icmp mtu", [
  bytes("unused", 1, "0."),
  extended.number("length", 8, "Words of 4 bytes of the packet that is quoted. 0: not said."),
  rowsOf("RFC 1191, section 4").number("mtu", 16, "The largest packet that fits the next link.", {
    label: "next-hop MTU",
  }),
]);

/** Follows in a redirect. */
export const icmpRedirect = defineHeader("icmp redirect", [
  bytes("gateway", 4, "The router to take instead.", { show: ipv4Text }),
]);

/** Follows in a parameter problem. */
export const icmpPointer = defineHeader("icmp parameter problem", [
  number("pointer", 8, "The byte of the quoted packet that is wrong."),
  extended.number("length", 8, "Words of 4 bytes of the packet that is quoted. 0: not said."),
  bytes("unused", 2, "0."),
]);
