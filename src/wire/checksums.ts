/**
 * The checksum of the Internet, as each protocol uses it. Each function says what the field must
 * hold, whatever stands in it now.
 *
 * Sources: RFC 1071; RFC 791, section 3.1; RFC 768; RFC 9293, section 3.1; RFC 792; RFC 4443,
 * section 2.3; RFC 8200, section 8.1.
 */

/** The addresses that count into a checksum above IP: 4 bytes each, or 16. */
export interface PseudoHeader {
  src: Uint8Array;
  dst: Uint8Array;
}

/** The complement of the sum in words of 16 bits. 0 over bytes that hold their right checksum. */
export const internetChecksum = (bytes: Uint8Array): number => folded(sumOf(bytes));

/** Over an IPv4 header with its options. */
export const ipv4HeaderChecksum = (header: Uint8Array): number => folded(sumWithout(header, 10));

/** Over a TCP segment, data included. */
export const tcpChecksum = (pseudo: PseudoHeader, segment: Uint8Array): number =>
  folded(pseudoSum(pseudo, 6, segment.length) + sumWithout(segment, 16));

/** Over a UDP datagram, data included. Never 0, which would say that there is none. */
export const udpChecksum = (pseudo: PseudoHeader, datagram: Uint8Array): number =>
  folded(pseudoSum(pseudo, 17, datagram.length) + sumWithout(datagram, 6)) || 0xffff;

/** Over an ICMP message. */
export const icmpChecksum = (message: Uint8Array): number => folded(sumWithout(message, 2));

/** Over an ICMPv6 message. */
export const icmpv6Checksum = (pseudo: PseudoHeader, message: Uint8Array): number =>
  folded(pseudoSum(pseudo, 58, message.length) + sumWithout(message, 2));

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  const even = bytes.length & ~1;
  for (let at = 0; at < even; at += 2) sum += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return even === bytes.length ? sum : sum + ((bytes[even] ?? 0) << 8);
}

/** The sum as if the two bytes at `field` were zero. */
const sumWithout = (bytes: Uint8Array, field: number): number =>
  sumOf(bytes) - sumOf(bytes.subarray(field, field + 2));

const pseudoSum = ({ src, dst }: PseudoHeader, protocol: number, length: number): number =>
  sumOf(src) + sumOf(dst) + protocol + (length % 0x10000) + Math.floor(length / 0x10000);

function folded(sum: number): number {
  let rest = sum;
  while (rest > 0xffff) rest = (rest % 0x10000) + Math.floor(rest / 0x10000);
  return 0xffff - rest;
}
