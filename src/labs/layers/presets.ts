import type { Settings } from "./model.ts";

/** `hey` as a Socket.IO event, over IPv4 and Ethernet, and no further. */
export const plainSettings: Settings = {
  carrier: "socket.io",
  ip: "ipv4",
  text: "hey",
  size: "typed",
  isTagged: false,
  hasTimestamps: false,
  dontFragment: false,
  ttl: "64",
  route: "none",
  nextMtu: "1500",
  edit: "none",
};

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What happens in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

const preset = (title: string, change: Partial<Settings> = {}): Preset => ({
  title,
  settings: { ...plainSettings, ...change },
});

const large = { carrier: "udp", size: "4000" } as const;

export const presets = {
  event: preset("hey as a Socket.IO event"),
  "http-request": preset("hey in an HTTP request", { carrier: "http" }),
  "tcp-text": preset("hey over TCP alone", { carrier: "tcp" }),
  "udp-text": preset("hey in a UDP datagram", { carrier: "udp" }),
  "dns-query": preset("A DNS query for hey.example", { carrier: "dns" }),
  ipv6: preset("The event over IPv6", { ip: "ipv6" }),
  vlan: preset("The event with a VLAN tag", { isTagged: true }),
  timestamps: preset("The event with TCP timestamps", { hasTimestamps: true }),
  router: preset("The event across a router", { route: "router" }),
  nat: preset("The event across a router that translates addresses", { route: "nat" }),
  "ttl-runs-out": preset("The event with a TTL of 1, across a router", {
    ttl: "1",
    route: "router",
  }),
  fragments: preset("4000 bytes in a UDP datagram", large),
  segments: preset("4000 bytes over TCP", { carrier: "tcp", size: "4000" }),
  "ipv6-fragments": preset("4000 bytes in a UDP datagram over IPv6", { ...large, ip: "ipv6" }),
  "router-fragments": preset("1400 bytes across a router to a link that takes 1280", {
    carrier: "udp",
    size: "1400",
    route: "router",
    nextMtu: "1280",
  }),
  "dont-fragment": preset("The same, with don’t fragment set", {
    carrier: "udp",
    size: "1400",
    dontFragment: true,
    route: "router",
    nextMtu: "1280",
  }),
  "too-big": preset("The same over IPv6", {
    carrier: "udp",
    size: "1400",
    ip: "ipv6",
    route: "router",
    nextMtu: "1280",
  }),
  "wrong-checksum": preset("TTL changed by hand, nothing worked out again", { edit: "ttl" }),
  "changed-data": preset("A letter changed by hand, nothing worked out again", { edit: "letter" }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
