import { arp, arpStart } from "../arp.ts";
import { ethernet, ethernet8023 } from "../ethernet.ts";
import type { HeaderTable } from "../header.ts";
import * as icmp from "../icmp.ts";
import * as icmpv6 from "../icmpv6.ts";
import { ipv4 } from "../ipv4.ts";
import * as ipv4Options from "../ipv4-options.ts";
import { ipv6 } from "../ipv6.ts";
import * as ipv6Extensions from "../ipv6-extensions.ts";
import * as mld from "../mld.ts";
import * as ndpOptions from "../ndp-options.ts";
import { nullLoopback } from "../null-loopback.ts";
import * as sll from "../sll.ts";
import { tcp } from "../tcp.ts";
import * as tcpOptions from "../tcp-options.ts";
import { udp } from "../udp.ts";
import { vlan } from "../vlan.ts";

const modules = [icmp, icmpv6, ipv4Options, ipv6Extensions, mld, ndpOptions, sll, tcpOptions];

const isTable = (value: object): value is HeaderTable => "rows" in value;

/** Every table below HTTP. */
export const tables: readonly HeaderTable[] = [
  ...[arp, arpStart, ethernet, ethernet8023, ipv4, ipv6, nullLoopback, tcp, udp, vlan],
  ...modules.flatMap((module) => Object.values<object>(module).filter(isTable)),
];
