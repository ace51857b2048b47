/** Sources: RFC 3022 (address translation); RFC 1624, section 3 (checksums that follow a change). */

import { protocols } from "#sim/packets.ts";
import { carriedBy } from "./carried.ts";

/** Where the fields of TCP and UDP stand that a translation has to follow. */
const checksumAt: Readonly<Record<number, number>> = { [protocols.tcp]: 16, [protocols.udp]: 6 };

/**
 * An IPv4 packet under the router's own address and port. Checksums above IP follow the change, and
 * are not worked out anew: a wrong one stays wrong. IP's own is left to the router.
 */
export function translated(packet: Uint8Array, address: Uint8Array, natPort: number): Uint8Array {
  const carried = carriedBy(packet);
  if (carried?.version !== 4) return packet;
  const bytes = packet.slice();
  bytes.set(address, 12);
  const sumAt = checksumAt[carried.protocol];
  // A later fragment has no ports, and no checksum: they went with the first.
  if (sumAt === undefined || carried.offsetBytes > 0) return bytes;
  const { from } = carried;
  const view = new DataView(bytes.buffer);
  const before = new DataView(packet.buffer, packet.byteOffset, packet.length);
  if (from + sumAt + 2 > bytes.length) return bytes;
  view.setUint16(from, natPort);
  const old = view.getUint16(from + sumAt);
  const isAbsent = carried.protocol === protocols.udp && old === 0;
  if (isAbsent) return bytes;
  const words = [12, 14, from].map((at) => [before.getUint16(at), view.getUint16(at)] as const);
  view.setUint16(from + sumAt, followed(old, words));
  return bytes;
}

/** A checksum after words of what it covers have changed. */
function followed(
  checksum: number,
  words: readonly (readonly [old: number, now: number])[],
): number {
  let sum = ~checksum & 0xffff;
  for (const [old, now] of words) sum += (~old & 0xffff) + now;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return ~sum & 0xffff;
}
