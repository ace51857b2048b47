/** Who listens to which group. Sources: RFC 2710, section 3; RFC 3810, section 5. */
import { ipv6Text } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const first = rowsOf("RFC 2710, section 3");
const second = rowsOf("RFC 3810, section 5.2");

/** Follows in a query, and in report and done of version 1. */
export const mld = defineHeader("mld", [
  first.number("maximumResponseDelay", 16, "Milliseconds within which to answer."),
  first.bytes("reserved", 2, "0."),
  first.bytes("group", 16, "The group that is asked for or told of.", {
    label: "multicast address",
    show: ipv6Text,
  }),
]);

/** Follows in a report of version 2; records follow. */
export const mldReport = defineHeader("mld report", [
  second.bytes("reserved", 2, "0."),
  second.number("records", 16, "How many records follow.", { label: "number of records" }),
]);

/** A record begins so; its sources follow. */
export const mldRecord = defineHeader("mld record", [
  second.number("recordType", 8, "What changed.", {
    show: numberText({
      1: "these sources",
      2: "all but these sources",
      3: "now these sources",
      4: "now all but these sources",
      5: "more sources",
      6: "fewer sources",
    }),
  }),
  second.number("auxiliaryLength", 8, "Words of 4 bytes behind the sources."),
  second.number("sources", 16, "How many sources follow.", { label: "number of sources" }),
  second.bytes("group", 16, "The group.", { label: "multicast address", show: ipv6Text }),
]);

/** A source that a record names. */
export const mldSource = defineHeader("mld source", [
  second.bytes("source", 16, "Where the group's packets come from.", {
    label: "source address",
    show: ipv6Text,
  }),
]);
