/**
 * What the frames of a capture begin with, by the numbers that capture files have for it.
 *
 * Source: the list of link-layer header types of tcpdump.org (LINKTYPE_…).
 *
 * Leaves out: all types that no table of ours begins with; their frames are shown as data.
 */

/** A LINKTYPE_ number; any number may stand in a file. */
export type LinkType = number;

/** The link types that frames can be taken apart from. */
export const linkTypes = {
  /** Four bytes with an address family, in the byte order of the machine that captured. */
  null: 0,
  ethernet: 1,
  /** IPv4 or IPv6, by the first four bits. */
  raw: 101,
  /** As `null`, in network byte order. */
  loop: 108,
  ipv4: 228,
  ipv6: 229,
  /** Linux “cooked”: what `tcpdump -i any` writes. */
  sll: 113,
  sll2: 276,
} as const satisfies Record<string, LinkType>;

const names: Readonly<Record<LinkType, string>> = {
  0: "BSD loopback",
  1: "Ethernet",
  9: "PPP",
  101: "raw IP",
  105: "Wi-Fi (802.11)",
  108: "OpenBSD loopback",
  113: "Linux cooked (SLL)",
  127: "Wi-Fi with radiotap",
  187: "Bluetooth HCI",
  189: "USB, Linux",
  220: "USB, Linux, padded",
  228: "raw IPv4",
  229: "raw IPv6",
  249: "USB, Windows",
  276: "Linux cooked (SLL2)",
};

/** A link type in words, known or not. */
export const linkTypeName = (link: LinkType): string => names[link] ?? `link type ${link}`;

/** Whether frames of this link type can be taken apart. */
export const isKnownLink = (link: LinkType): boolean =>
  (Object.values(linkTypes) as LinkType[]).includes(link);

/** Raw IP had other numbers on some systems, which still stand in old files. */
export const fileLinkType = (stored: number): LinkType =>
  stored === 12 || stored === 14 ? linkTypes.raw : stored;
