/** Names of numbers that say what comes next. Source: IANA's registries of EtherTypes and protocols. */
import { hexNumber } from "./addresses.ts";

type Names = Readonly<Record<number, string>>;

const ethertypes: Names = {
  2048: "IPv4",
  2054: "ARP",
  32821: "RARP",
  33024: "802.1Q tag",
  34525: "IPv6",
  34887: "MPLS",
  34915: "PPPoE discovery",
  34916: "PPPoE session",
  34958: "802.1X",
  34984: "802.1ad tag",
  35020: "LLDP",
  37120: "802.1Q tag, outer",
};

const ipProtocols: Names = {
  0: "hop-by-hop options",
  1: "ICMP",
  2: "IGMP",
  4: "IPv4",
  6: "TCP",
  17: "UDP",
  41: "IPv6",
  43: "routing header",
  44: "fragment header",
  47: "GRE",
  50: "ESP",
  51: "AH",
  58: "ICMPv6",
  59: "no next header",
  60: "destination options",
  89: "OSPF",
  132: "SCTP",
};

const named = (names: Names, value: number, shown: string): string => {
  const name = names[value];
  return name === undefined ? shown : `${shown}, ${name}`;
};

/** `0x0800, IPv4`. */
export const ethertypeText = (value: number): string =>
  named(ethertypes, value, hexNumber(value, 4));

/** `6, TCP`. */
export const ipProtocolText = (value: number): string => named(ipProtocols, value, `${value}`);

/** A number with the name that a list gives it. */
export const numberText =
  (names: Names) =>
  (value: number): string =>
    named(names, value, `${value}`);
