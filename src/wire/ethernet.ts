/**
 * Sources: RFC 894 (IPv4 over Ethernet), IEEE 802.3, RFC 1042.
 *
 * Leaves out: preamble, frame check sequence and gap, which a host does not see.
 */
import { macText } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { ethertypeText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { bytes, number } = rowsOf("RFC 894; IEEE 802.3");

const addresses = [
  bytes("dst", 6, "The MAC address that the frame is for, on this link. All ones: everybody.", {
    label: "destination MAC",
    show: macText,
  }),
  bytes("src", 6, "The MAC address that sent the frame onto this link.", {
    label: "source MAC",
    show: macText,
  }),
] as const;

/** Ethernet II: two addresses and what is inside. */
export const ethernet = defineHeader("ethernet", [
  ...addresses,
  number("type", 16, "What the frame carries. Values from 0x0600 on are EtherTypes.", {
    label: "EtherType",
    show: ethertypeText,
  }),
]);

/** 802.3: a value up to 1500 in the place of the EtherType is the length of what follows. */
export const ethernet8023 = defineHeader("802.3", [
  ...addresses,
  number("length", 16, "Bytes that follow, padding apart. Values up to 1500 are lengths."),
]);
