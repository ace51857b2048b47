/** Source: RFC 768. */
import { hexNumber } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { rowsOf } from "./rows-of.ts";

const { number } = rowsOf("RFC 768");

/** The whole header of UDP. */
export const udp = defineHeader("udp", [
  number("srcPort", 16, "Port of the sender. 0 when it wants no answer.", { label: "source port" }),
  number("dstPort", 16, "Port that the datagram is for.", { label: "destination port" }),
  number("length", 16, "Bytes of header and data together, at least 8."),
  number("checksum", 16, "Over addresses, header and data. 0 over IPv4: none was computed.", {
    show: (sum) => hexNumber(sum, 4),
  }),
]);
