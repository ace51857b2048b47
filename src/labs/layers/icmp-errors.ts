/** Sources: RFC 792; RFC 1191, section 4; RFC 4443, section 3. */

import { packetOf, protocols } from "#sim/packets.ts";
import { icmpChecksum, icmpv6Checksum } from "#wire/checksums.ts";
import { encodeHeader } from "#wire/header.ts";
import { icmp, icmpMtu, icmpUnused } from "#wire/icmp.ts";
import { icmpv6, icmpv6Mtu, icmpv6Unused } from "#wire/icmpv6.ts";
import { joined } from "#wire/text.ts";
import type { Carried } from "./carried.ts";

/** An error that a router sends back to where a packet came from. */
export type IcmpError = { what: "time-exceeded" } | { what: "too-big"; mtu: number };

/** Over IPv4 the header is quoted, and 8 bytes behind it; over IPv6 all that fits into such a packet. */
const quoted = (packet: Uint8Array, { version, from }: Carried): Uint8Array =>
  packet.subarray(0, version === 4 ? from + 8 : longestIpv6 - 40 - 8);
const longestIpv6 = 1280;
const identification = 0x2d17;

/** The packet with the error, quoting the one that is discarded from its beginning on. */
export function icmpErrorPacket(
  error: IcmpError,
  packet: Uint8Array,
  carried: Carried,
  router: Uint8Array,
): Uint8Array {
  const { version, src: dst } = carried;
  const protocol = version === 4 ? protocols.icmp : protocols.icmpv6;
  const head = { src: router, dst, protocol, ttl: 64, df: false, identification };
  const quote = quoted(packet, carried);
  if (version === 4) return packetOf(head, message(icmpHead(error), quote, icmpChecksum));
  return packetOf(
    head,
    message(icmpv6Head(error), quote, (bytes) => icmpv6Checksum(head, bytes)),
  );
}

interface Head {
  encode(checksum: number): Uint8Array;
  rest: Uint8Array;
}

function message(
  { encode, rest }: Head,
  quote: Uint8Array,
  checksumOf: (bytes: Uint8Array) => number,
): Uint8Array {
  const checksum = checksumOf(joined([encode(0), rest, quote]));
  return joined([encode(checksum), rest, quote]);
}

function icmpHead(error: IcmpError): Head {
  return error.what === "too-big"
    ? {
        encode: (checksum) => encodeHeader(icmp, { type: 3, code: 4, checksum }),
        rest: encodeHeader(icmpMtu, { unused: new Uint8Array(2), mtu: error.mtu }),
      }
    : {
        encode: (checksum) => encodeHeader(icmp, { type: 11, code: 0, checksum }),
        rest: encodeHeader(icmpUnused, { unused: new Uint8Array(4) }),
      };
}

function icmpv6Head(error: IcmpError): Head {
  return error.what === "too-big"
    ? {
        encode: (checksum) => encodeHeader(icmpv6, { type: 2, code: 0, checksum }),
        rest: encodeHeader(icmpv6Mtu, { mtu: error.mtu }),
      }
    : {
        encode: (checksum) => encodeHeader(icmpv6, { type: 3, code: 0, checksum }),
        rest: encodeHeader(icmpv6Unused, { unused: new Uint8Array(4) }),
      };
}
