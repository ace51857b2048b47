/** Source: the link-layer header types of tcpdump.org: LINKTYPE_LINUX_SLL and _SLL2. */
import { defineHeader } from "./header.ts";
import { ethertypeText, numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { number } = rowsOf("tcpdump.org, link-layer header types: LINKTYPE_LINUX_SLL");

const packetTypes = {
  0: "to us",
  1: "broadcast",
  2: "multicast",
  3: "between others",
  4: "sent by us",
};

const packetType = (bits: number) =>
  number("packetType", bits, "Which way the packet went.", { show: numberText(packetTypes) });
const hardwareType = number("hardwareType", 16, "The kind of link, as Linux numbers it (ARPHRD).");
const addressLength = (bits: number) =>
  number("addressLength", bits, "Bytes of the sender's address that count.");
const protocol = number("protocol", 16, "What the packet is.", { show: ethertypeText });

/** Version 1 up to the address. */
export const sllStart = defineHeader("sll start", [
  packetType(16),
  hardwareType,
  addressLength(16),
]);

/** Version 1 behind the address. */
export const sllProtocol = defineHeader("sll protocol", [protocol]);

/** Version 2 up to the address, which ends it. */
export const sll2 = defineHeader("sll2", [
  protocol,
  number("reserved", 16, "0."),
  number("interfaceIndex", 32, "The number of the interface on the capturing machine."),
  hardwareType,
  packetType(8),
  addressLength(8),
]);
