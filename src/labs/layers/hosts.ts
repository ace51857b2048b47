import { exampleIpv6, exampleMac, type Station } from "#sim/example-hosts.ts";
import type { Carrier, Settings } from "./model.ts";

/** Who takes part. The router has an address on each of its links. */
export interface Hosts {
  ann: Station;
  server: Station;
  routerNear: Station;
  routerFar: Station;
}

const macs = {
  ann: exampleMac(0x0a),
  routerNear: exampleMac(0x01),
  routerFar: exampleMac(0x02),
  server: exampleMac(0x14),
};

/** Behind a router that translates addresses, Ann's network has private ones (RFC 1918). */
export function hostsOf({ ip, route }: Pick<Settings, "ip" | "route">): Hosts {
  const near = route === "nat" ? [10, 0, 0] : [192, 0, 2];
  const v4 = {
    ann: Uint8Array.of(...near, 10),
    routerNear: Uint8Array.of(...near, 1),
    routerFar: Uint8Array.of(198, 51, 100, 1),
    server: Uint8Array.of(198, 51, 100, 20),
  };
  const v6 = {
    ann: exampleIpv6(1, 10),
    routerNear: exampleIpv6(1, 1),
    routerFar: exampleIpv6(2, 1),
    server: exampleIpv6(2, 20),
  };
  const ips = ip === "ipv4" ? v4 : v6;
  const station = (who: keyof Hosts): Station => ({ mac: macs[who], ip: ips[who] });
  return {
    ann: station("ann"),
    server: station("server"),
    routerNear: station("routerNear"),
    routerFar: station("routerFar"),
  };
}

/** Ports of the server: those of HTTP and DNS, and one that means nothing to anybody. */
export const serverPorts: Readonly<Record<Carrier, number>> = {
  "socket.io": 80,
  http: 80,
  tcp: 7777,
  udp: 7777,
  dns: 53,
};

/** The name that the server has. */
export const serverName = "server.example";
