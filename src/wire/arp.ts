/** Source: RFC 826. */
import { ipv4Text, macText } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { ethertypeText, numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { bytes, number } = rowsOf("RFC 826");

const mac = { show: macText } as const;
const ip = { show: ipv4Text } as const;

const start = [
  number("hardwareType", 16, "The kind of link. 1 is Ethernet.", {
    show: numberText({ 1: "Ethernet" }),
  }),
  number("protocolType", 16, "The protocol whose address is looked for.", { show: ethertypeText }),
  number("hardwareLength", 8, "Bytes of an address of the link."),
  number("protocolLength", 8, "Bytes of an address of the protocol."),
  number("operation", 16, "1 asks, 2 answers.", {
    show: numberText({ 1: "request", 2: "reply" }),
  }),
] as const;

/** The part of ARP that is the same for all links and protocols. */
export const arpStart = defineHeader("arp start", start);

/** ARP for IPv4 over Ethernet. */
export const arp = defineHeader("arp", [
  ...start,
  bytes("senderMac", 6, "MAC address of who sends this.", { label: "sender MAC", ...mac }),
  bytes("senderIp", 4, "IP address of who sends this.", { label: "sender IP", ...ip }),
  bytes("targetMac", 6, "MAC address of whom it is for; in a request, what is looked for.", {
    label: "target MAC",
    ...mac,
  }),
  bytes("targetIp", 4, "IP address of whom it is for.", { label: "target IP", ...ip }),
]);
