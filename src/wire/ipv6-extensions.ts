/** Sources: RFC 8200, section 4; RFC 4302, section 2. */
import { hexNumber } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { ipProtocolText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { flag, number } = rowsOf("RFC 8200, section 4");
const ah = rowsOf("RFC 4302, section 2");

const next = number("nextHeader", 8, "What follows this header.", { show: ipProtocolText });
const eights = number("length", 8, "Bytes of this header in units of 8, the first 8 not counted.", {
  show: (units) => `${units}, ${units * 8 + 8} bytes`,
});

/** Hop-by-hop and destination options begin so; options follow. */
export const ipv6Options = defineHeader("ipv6 options", [next, eights]);

/** The routing header; what follows depends on its type. */
export const ipv6Routing = defineHeader("ipv6 routing", [
  next,
  eights,
  number("routingType", 8, "Which kind of routing header this is."),
  number("segmentsLeft", 8, "Nodes that are still to be visited."),
]);

/** The fragment header. */
export const ipv6Fragment = defineHeader("ipv6 fragment", [
  next,
  number("reserved", 8, "0."),
  number("fragmentOffset", 13, "Where this fragment belongs, in units of 8 bytes.", {
    show: (units) => (units === 0 ? "0" : `${units}, byte ${units * 8}`),
  }),
  number("reservedBits", 2, "0."),
  flag("mf", "Whether fragments behind this one follow.", { label: "more fragments (M)" }),
  number("identification", 32, "The same in all fragments of one packet.", {
    show: (id) => hexNumber(id, 8),
  }),
]);

/** The authentication header; its check value follows. */
export const authentication = defineHeader("authentication header", [
  ah.number("nextHeader", 8, "What follows this header.", { show: ipProtocolText }),
  ah.number("length", 8, "Words of 4 bytes, minus 2.", {
    show: (words) => `${words}, ${words * 4 + 8} bytes`,
  }),
  ah.bytes("reserved", 2, "0."),
  ah.number("spi", 32, "Which agreement the two sides use.", {
    label: "security parameters index (SPI)",
    show: (spi) => hexNumber(spi, 8),
  }),
  ah.number("sequenceNumber", 32, "Counts packets, so that a copy is noticed."),
]);
