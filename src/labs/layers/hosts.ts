/** Sources: RFC 5737, RFC 3849 and RFC 9542: addresses for examples, which belong to nobody. */
import type { Carrier, Settings } from "./model.ts";

const mac = (last: number): Uint8Array => Uint8Array.of(0x00, 0x00, 0x5e, 0x00, 0x53, last);

/** One end of a link: its hardware address and its IP address. */
export interface Station {
  mac: Uint8Array;
  ip: Uint8Array;
}

/** Who takes part. The router has an address on each of its links. */
export interface Hosts {
  ann: Station;
  server: Station;
  routerNear: Station;
  routerFar: Station;
}

const ipv6 = (net: number, host: number): Uint8Array => {
  const bytes = new Uint8Array(16);
  bytes.set([0x20, 0x01, 0x0d, 0xb8, 0x00, net]);
  bytes[15] = host;
  return bytes;
};

const macs = { ann: mac(0x0a), routerNear: mac(0x01), routerFar: mac(0x02), server: mac(0x14) };

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
    ann: ipv6(1, 10),
    routerNear: ipv6(1, 1),
    routerFar: ipv6(2, 1),
    server: ipv6(2, 20),
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
