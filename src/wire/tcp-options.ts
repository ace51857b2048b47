/** Sources: RFC 9293, section 3.2; RFC 7323, sections 2.2 and 3.2; RFC 2018, sections 2 and 3. */
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

/** Names of the options. */
export const tcpOptionKinds: Readonly<Record<number, string>> = {
  0: "end of options",
  1: "no operation",
  2: "maximum segment size",
  3: "window scale",
  4: "SACK permitted",
  5: "SACK",
  8: "timestamps",
  19: "MD5 signature",
  28: "user timeout",
  29: "authentication",
  30: "multipath TCP",
  34: "fast open cookie",
};

const tcp = rowsOf("RFC 9293, section 3.2");
const scale = rowsOf("RFC 7323, section 2.2");
const time = rowsOf("RFC 7323, section 3.2");
const sack = rowsOf("RFC 2018, section 3");

/** The first byte of every option. */
export const tcpOptionKind = defineHeader("tcp option kind", [
  tcp.number("kind", 8, "Which option this is.", { show: numberText(tcpOptionKinds) }),
]);

/** The second byte of every option but the two shortest. */
export const tcpOptionLength = defineHeader("tcp option length", [
  tcp.number("length", 8, "Bytes of the option, kind and length included."),
]);

/** Kind 2. */
export const maximumSegmentSize = defineHeader("tcp mss", [
  tcp.number("mss", 16, "The most data in one segment that the sender of this takes.", {
    label: "maximum segment size",
  }),
]);

/** Kind 3. */
export const windowScale = defineHeader("tcp window scale", [
  scale.number("shift", 8, "The window counts in units of 2 to the power of this.", {
    show: (shift) => (shift <= 14 ? `${shift}, times ${2 ** shift}` : `${shift}, 14 counts`),
  }),
]);

/** Kind 8. */
export const timestamps = defineHeader("tcp timestamps", [
  time.number("value", 32, "The sender's clock.", { label: "timestamp value" }),
  time.number("echo", 32, "The other side's value, given back.", { label: "timestamp echo reply" }),
]);

/** One block of kind 5. */
export const sackBlock = defineHeader("tcp sack block", [
  sack.number("leftEdge", 32, "First number of a block that came out of order."),
  sack.number("rightEdge", 32, "The number behind its last."),
]);
