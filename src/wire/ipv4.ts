/** Sources: RFC 791, section 3.1; RFC 2474 and RFC 3168 for the second byte. */
import { hexNumber, ipv4Text } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { ipProtocolText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { bytes, flag, number } = rowsOf("RFC 791, section 3.1");
const ecn = rowsOf("RFC 3168, section 5");
const dscp = rowsOf("RFC 2474, section 3");

/** The 20 bytes that every IPv4 packet begins with. */
export const ipv4 = defineHeader("ipv4", [
  number("version", 4, "4."),
  number("ihl", 4, "Length of the header in words of 4 bytes: 5 without options.", {
    label: "header length (IHL)",
    show: (words) => `${words}, ${words * 4} bytes`,
  }),
  dscp.number("dscp", 6, "How the packet is to be treated.", { label: "DSCP" }),
  ecn.number("ecn", 2, "Whether routers may mark congestion, and whether one did.", {
    label: "ECN",
  }),
  number("totalLength", 16, "Bytes of header and data together."),
  number("identification", 16, "The same in all fragments of one packet.", {
    show: (id) => hexNumber(id, 4),
  }),
  flag("reserved", "0."),
  flag("df", "Don't fragment: too large means dropped, and told.", {
    label: "don't fragment (DF)",
  }),
  flag("mf", "Whether fragments behind this one follow.", { label: "more fragments (MF)" }),
  number("fragmentOffset", 13, "Where this fragment belongs, in units of 8 bytes.", {
    show: (units) => (units === 0 ? "0" : `${units}, byte ${units * 8}`),
  }),
  number("ttl", 8, "Each router takes 1 away, and drops the packet at 0.", {
    label: "time to live (TTL)",
  }),
  number("protocol", 8, "What the packet carries.", { show: ipProtocolText }),
  number("headerChecksum", 16, "Over the header alone. New after each router.", {
    show: (sum) => hexNumber(sum, 4),
  }),
  bytes("src", 4, "The address that the packet came from.", {
    label: "source address",
    show: ipv4Text,
  }),
  bytes("dst", 4, "The address that the packet is for.", {
    label: "destination address",
    show: ipv4Text,
  }),
]);
