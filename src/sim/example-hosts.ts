/**
 * Addresses for examples, which belong to nobody.
 *
 * Sources: RFC 9542, section 2.1.4 (MAC addresses); RFC 5737 (IPv4); RFC 3849 (IPv6).
 *
 * Leaves out: all others.
 */

/** A MAC address for examples. */
export const exampleMac = (last: number): Uint8Array =>
  Uint8Array.of(0x00, 0x00, 0x5e, 0x00, 0x53, last);

/** An IPv6 address for examples, in one of many networks. */
export function exampleIpv6(net: number, host: number): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes.set([0x20, 0x01, 0x0d, 0xb8, 0x00, net]);
  bytes[15] = host;
  return bytes;
}

/** One end of a link: its hardware address and its IP address. */
export interface Station {
  mac: Uint8Array;
  ip: Uint8Array;
}
