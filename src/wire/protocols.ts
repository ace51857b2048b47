/** What is inside what: each line binds a protocol to a number that its parent carries. */
import { dissectArp } from "./arp-layer.ts";
import { dissectDns, dissectDnsOverTcp } from "./dns-layer.ts";
import { dissectEthernet } from "./ethernet-layer.ts";
import type { Dissector } from "./frame-pen.ts";
import { dissectIcmp } from "./icmp-layer.ts";
import { dissectIcmpv6 } from "./icmpv6-layer.ts";
import { dissectIpv4 } from "./ipv4-layer.ts";
import { dissectIpv6 } from "./ipv6.ts";
import {
  dissectAuthentication,
  dissectDestination,
  dissectFragment,
  dissectHopByHop,
  dissectRouting,
} from "./ipv6-extension-layers.ts";
import { dissectNull, dissectRaw } from "./null-loopback.ts";
import { dissectSll, dissectSll2 } from "./sll-layer.ts";
import { dissectTcp } from "./tcp-layer.ts";
import { dissectTls, looksLikeTls } from "./tls-layer.ts";
import { dissectUdp } from "./udp.ts";
import { dissectVlan } from "./vlan.ts";

type Bindings = Readonly<Record<number, Dissector>>;

/** By the link type of the capture. */
export const links: Bindings = {
  0: dissectNull,
  1: dissectEthernet,
  101: dissectRaw,
  108: dissectNull,
  113: dissectSll,
  228: dissectIpv4,
  229: dissectIpv6,
  276: dissectSll2,
};

/** By what a frame or packet says that it carries. */
export const protocols: Readonly<
  Record<"ethertype" | "ipProtocol" | "udpPort" | "tcpPort", Bindings>
> = {
  ethertype: {
    2048: dissectIpv4,
    2054: dissectArp,
    33024: dissectVlan,
    34525: dissectIpv6,
    34984: dissectVlan,
    37120: dissectVlan,
  },
  ipProtocol: {
    0: dissectHopByHop,
    1: dissectIcmp,
    4: dissectIpv4,
    6: dissectTcp,
    17: dissectUdp,
    41: dissectIpv6,
    43: dissectRouting,
    44: dissectFragment,
    51: dissectAuthentication,
    58: dissectIcmpv6,
    60: dissectDestination,
  },
  udpPort: { 53: dissectDns, 5353: dissectDns },
  tcpPort: { 53: dissectDnsOverTcp },
};

/** TCP data that is known by its first bytes, whatever the port. */
export const tcpData: readonly {
  looksLike: (bytes: Uint8Array, from: number, to: number) => boolean;
  dissect: Dissector;
}[] = [{ looksLike: looksLikeTls, dissect: dissectTls }];
