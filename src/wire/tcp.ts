/** Sources: RFC 9293, section 3.1; RFC 3168 for CWR and ECE; RFC 9768 for AE. */
import { hexNumber } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { rowsOf } from "./rows-of.ts";

const { flag, number } = rowsOf("RFC 9293, section 3.1");

/** The 20 bytes that every TCP segment begins with. */
export const tcp = defineHeader("tcp", [
  number("srcPort", 16, "Port of the sender.", { label: "source port" }),
  number("dstPort", 16, "Port that the segment is for.", { label: "destination port" }),
  number("seq", 32, "Number of the first byte of data. With SYN, of the SYN itself.", {
    label: "sequence number",
  }),
  number("ack", 32, "The next byte that is expected from the other side. Counts with ACK only.", {
    label: "acknowledgment number",
  }),
  number("dataOffset", 4, "Length of the header in words of 4 bytes: 5 without options.", {
    label: "data offset",
    show: (words) => `${words}, ${words * 4} bytes`,
  }),
  number("reserved", 3, "For later use."),
  rowsOf("RFC 9768, section 3.1").flag("ae", "Used by more exact signals of congestion.", {
    label: "AE",
  }),
  flag("cwr", "The sender has sent less because of congestion.", { label: "CWR" }),
  flag("ece", "Congestion was marked on the way here. In a SYN: marks are understood.", {
    label: "ECE",
  }),
  flag("urg", "Whether the urgent pointer counts.", { label: "URG" }),
  flag("ackFlag", "Whether the acknowledgment number counts.", { label: "ACK" }),
  flag("psh", "Hand what has come to the program.", { label: "PSH" }),
  flag("rst", "The connection is over at once.", { label: "RST" }),
  flag("syn", "Begins a connection: here are the numbers that I start from.", { label: "SYN" }),
  flag("fin", "I have nothing more to send.", { label: "FIN" }),
  number("window", 16, "Bytes that the sender of this is ready to take. Scaled when both agreed.", {
    label: "window",
  }),
  number("checksum", 16, "Over addresses, header and data.", {
    show: (sum) => hexNumber(sum, 4),
  }),
  number("urgentPointer", 16, "Where urgent data ends, counted from the sequence number."),
]);
