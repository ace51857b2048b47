import type { WireField } from "../wire-field.ts";
import type { WiresharkField, WiresharkPacket } from "./captures.ts";

/** A field that we have and Wireshark has not at that place, or the other way round. */
interface Difference {
  because: string;
  /** Whether no capture has it, only odd frames. */
  isOdd?: true;
  /** Fields of ours without one of Wireshark's. */
  ours?: (field: WireField<string>, packet: WiresharkPacket) => boolean;
  /** Fields of Wireshark without one of ours. */
  theirs?: (field: WiresharkField, packet: WiresharkPacket) => boolean;
}

const isFragment = ({ fields }: WiresharkPacket): boolean =>
  fields.some(([name, , , hex, shown]) =>
    name === "ip.flags.mf" || name === "ipv6.fraghdr.more"
      ? `${hex}`.startsWith("1/") || shown === "1"
      : false,
  );

/** All that differs in the captures, each with its reason. */
export const knownDifferences: readonly Difference[] = [
  {
    because:
      "The first fragment begins with the header of what was fragmented. Wireshark reads that header from the whole, which it shows with the last fragment.",
    ours: ({ layer }, packet) => ["udp", "icmp", "icmpv6"].includes(layer) && isFragment(packet),
  },
  {
    because:
      "The code of a message that came in fragments: Wireshark gives its offset in the whole message, which no frame holds.",
    theirs: ([name, from]) => /^icmp(v6)?\.code$/.test(name) && from === 1,
  },
  {
    because:
      "Reserved bits and bytes of options and advertisements, which Wireshark does not list.",
    ours: ({ id }) => /^icmpv6\.(option-)?reserved2?(-\d+)?$/.test(id),
  },
  {
    because:
      "A list of domain names, which we show as the bytes that fill the option, and Wireshark as names without what fills the last 8 bytes.",
    ours: ({ id }) => id === "icmpv6.dns-search-list-content",
  },
  {
    because: "Wireshark names the version of IPv6 a second time, as if it were IPv4.",
    isOdd: true,
    theirs: ([name, from], { fields }) =>
      name === "ip.version" &&
      fields.some(([other, at]) => other === "ipv6.version" && at === from),
  },
  {
    because: "Options and routing data without a table are shown as they stand.",
    isOdd: true,
    ours: ({ id }) => /-content(-\d+)?$|^ipv6.routing-data$/.test(id),
  },
  {
    because: "Two reserved bytes of Linux cooked captures, which Wireshark does not list.",
    isOdd: true,
    ours: ({ id }) => id === "sll.reserved",
  },
  {
    because:
      "The type behind a tag of 802.1ad, which Wireshark does not list before another such tag.",
    isOdd: true,
    ours: ({ id }, { protos }) =>
      id === "vlan.type" && protos.some(([name]) => name === "ieee8021ad"),
  },
  {
    because:
      "In a header that a capture cut short we show each field that is there. Wireshark shows some of them with those behind.",
    isOdd: true,
    ours: ({ to }, { cap, len }) => cap < len && to > cap - 20,
  },
  {
    because:
      "The same the other way round: the first four bits of IPv6, whose other four belong to a field that is not there.",
    isOdd: true,
    theirs: ([name], { cap, len }) => name === "ipv6.version" && cap < len,
  },
];
