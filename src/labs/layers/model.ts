/** What carries the message. */
export const carriers = ["socket.io", "http", "tcp", "udp", "dns"] as const;
export type Carrier = (typeof carriers)[number];

export const ipVersions = ["ipv4", "ipv6"] as const;
export type IpVersion = (typeof ipVersions)[number];

/** `typed`: the message as it is; else it is filled with letters up to so many bytes. */
export const sizes = ["typed", "1400", "4000"] as const;
export type Size = (typeof sizes)[number];

/** Where the frame goes within a run: no further than it was made, or across a router. */
export const routes = ["none", "router", "nat"] as const;
export type Route = (typeof routes)[number];

/** The largest packet that the link behind the router carries, in bytes. */
export const nextMtus = ["1500", "1280"] as const;
export type NextMtu = (typeof nextMtus)[number];

/** What is changed by hand after the frame was made, with nothing worked out again. */
export const edits = ["none", "ttl", "letter"] as const;
export type Edit = (typeof edits)[number];

/** TTL, or hop limit, that the sender writes. */
export const ttls = ["64", "1"] as const;
export type Ttl = (typeof ttls)[number];

/** All that the reader can choose before a run. */
export interface Settings {
  carrier: Carrier;
  ip: IpVersion;
  /** The message as it was typed; for a DNS query the first label of the name that is asked for. */
  text: string;
  size: Size;
  isTagged: boolean;
  /** 12 bytes of TCP options, as Linux sends them. */
  hasTimestamps: boolean;
  /**
   * Forbids to fragment a packet of UDP over IPv4. TCP over IPv4 always does, and in IPv6 no router
   * may fragment anyway.
   */
  dontFragment: boolean;
  ttl: Ttl;
  route: Route;
  nextMtu: NextMtu;
  edit: Edit;
}

export const bounds = { textLength: 200, labelLength: 63, fieldLength: 200 };

/** The largest packet that the sender's own link carries: Ethernet's 1500 bytes. */
export const linkMtu = 1500;

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** So many letters, in the order of the alphabet again and again. */
export const lettersOf = (count: number): string =>
  alphabet.repeat(Math.ceil(count / alphabet.length)).slice(0, Math.max(0, count));

export const isOverTcp = ({ carrier }: Pick<Settings, "carrier">): boolean =>
  carrier === "socket.io" || carrier === "http" || carrier === "tcp";
