import type { WireLayer } from "#wire/wire-field.ts";

/** Layers of a message as readers call them. */
export const layerNames: Readonly<Record<WireLayer, string>> = {
  http: "HTTP",
  websocket: "WebSocket",
  "engine.io": "Engine.IO",
  "socket.io": "Socket.IO",
  data: "data",
};

/** Layers of a frame, and what else may stand above them. */
const lowerNames: Readonly<Record<string, string>> = {
  ethernet: "Ethernet",
  vlan: "VLAN tag",
  arp: "ARP",
  ipv4: "IPv4",
  ipv6: "IPv6",
  icmp: "ICMP",
  icmpv6: "ICMPv6",
  udp: "UDP",
  tcp: "TCP",
  dns: "DNS",
  tls: "TLS",
};

const names: Readonly<Record<string, string>> = { ...lowerNames, ...layerNames };

/** The name of any layer, known or not. */
export const layerName = (layer: string): string =>
  Object.hasOwn(names, layer) ? (names[layer] ?? layer) : layer;
