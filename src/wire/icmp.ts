/** Sources: RFC 792; RFC 1191, section 4, for the MTU; RFC 4884 for the length. */
import { hexNumber, ipv4Text } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { bytes, number } = rowsOf("RFC 792");
const quoted = rowsOf("RFC 4884, section 4").number(
  "length",
  8,
  "Words of 4 bytes of the packet that is quoted. 0: not said.",
);

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

/** Follows in errors of most kinds. */
export const icmpUnused = defineHeader("icmp unused", [bytes("unused", 4, "0.")]);

/** The same 4 bytes when the second one says how long the quote is. */
export const icmpLength = defineHeader("icmp length", [
  bytes("unused", 1, "0."),
  quoted,
  bytes("unused2", 2, "0.", { label: "unused" }),
]);

const mtu = rowsOf("RFC 1191, section 4").number(
  "mtu",
  16,
  "The largest packet that fits the next link.",
  { label: "next-hop MTU" },
);

/** Follows in "fragmentation needed" (type 3, code 4). */
export const icmpMtu = defineHeader("icmp mtu", [bytes("unused", 2, "0."), mtu]);

/** The same when the second byte says how long the quote is. */
export const icmpLengthMtu = defineHeader("icmp length and mtu", [
  bytes("unused", 1, "0."),
  quoted,
  mtu,
]);

/** Follows in a redirect. */
export const icmpRedirect = defineHeader("icmp redirect", [
  bytes("gateway", 4, "The router to take instead.", { show: ipv4Text }),
]);

const pointer = number("pointer", 8, "The byte of the quoted packet that is wrong.");

/** Follows in a parameter problem. */
export const icmpPointer = defineHeader("icmp parameter problem", [
  pointer,
  bytes("unused", 3, "0."),
]);

/** The same when the second byte says how long the quote is. */
export const icmpLengthPointer = defineHeader("icmp length and pointer", [
  pointer,
  quoted,
  bytes("unused", 2, "0."),
]);

const time = (name: "originate" | "receive" | "transmit", doc: string) =>
  number(name, 32, doc, { label: `${name} timestamp` });

/** Follows in a timestamp request or reply, behind identifier and sequence number. */
export const icmpTimes = defineHeader("icmp times", [
  time("originate", "Milliseconds since midnight UTC when the request left."),
  time("receive", "The same when it arrived."),
  time("transmit", "The same when the reply left."),
]);
