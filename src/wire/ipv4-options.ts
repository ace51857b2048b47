/** Sources: RFC 791, section 3.1; RFC 2113 for the router alert. */
import { ipv4Text } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

/** Names of the options. */
export const ipv4OptionTypes: Readonly<Record<number, string>> = {
  0: "end of options",
  1: "no operation",
  7: "record route",
  68: "timestamp",
  130: "security",
  131: "loose source route",
  136: "stream identifier",
  137: "strict source route",
  148: "router alert",
};

const { bytes, number } = rowsOf("RFC 791, section 3.1");
const alert = rowsOf("RFC 2113, section 2.1");

/** The first byte of every option, as the number that it is. */
export const ipv4OptionType = defineHeader("ipv4 option type", [
  number("type", 8, "Which option this is. The first bit: copied into every fragment.", {
    show: numberText(ipv4OptionTypes),
  }),
]);

/** The second byte of every option but the two shortest. */
export const ipv4OptionLength = defineHeader("ipv4 option length", [
  number("length", 8, "Bytes of the option, type and length included."),
]);

/** The third byte of routes and timestamps. */
export const ipv4OptionPointer = defineHeader("ipv4 option pointer", [
  number("pointer", 8, "Where the next router writes, counted from 1."),
]);

/** The fourth byte of timestamps. */
export const ipv4TimestampFlags = defineHeader("ipv4 timestamp flags", [
  number("overflow", 4, "Routers that found no room."),
  number("flag", 4, "0: times only. 1: with addresses. 3: at the addresses that are named.", {
    label: "kind of list",
  }),
]);

/** A place in a route. */
export const ipv4RouteAddress = defineHeader("ipv4 route address", [
  bytes("address", 4, "A router on the way, or room for one.", { show: ipv4Text }),
]);

/** A time in a timestamp option. */
export const ipv4Time = defineHeader("ipv4 time", [
  number("time", 32, "Milliseconds since midnight UTC, or room for it."),
]);

/** The value of a router alert. */
export const ipv4RouterAlert = defineHeader("ipv4 router alert", [
  alert.number("alert", 16, "0: routers shall look at this packet.", { label: "router alert" }),
]);
