/**
 * A packet that is too large for a link, cut.
 *
 * Sources: RFC 791, section 3.2 (fragmentation); RFC 8200, section 4.5 (fragment header).
 *
 * Leaves out: options that only the first fragment has; ours are copied to all.
 */
import { ipv4HeaderChecksum } from "#wire/checksums.ts";
import { decodeHeader, encodeHeader, type HeaderTable, type HeaderValues } from "#wire/header.ts";
import { ipv4 } from "#wire/ipv4.ts";
import { ipv6 } from "#wire/ipv6.ts";
import { ipv6Fragment } from "#wire/ipv6-extensions.ts";
import { joined } from "#wire/text.ts";

type Ipv4Values = HeaderValues<typeof ipv4.rows>;

const fragmentProtocol = 44;

/** Bytes of a packet that are its own: `totalLength`, without what a link has padded. */
export function valuesOf<Rows extends HeaderTable["rows"]>(
  table: HeaderTable<Rows>,
  bytes: Uint8Array,
): HeaderValues<Rows> {
  const read = decodeHeader(table, bytes);
  if (!read.ok) throw new Error(`${table.name}: ${bytes.length} bytes, must hold the header`);
  return read.value;
}

/** An IPv4 header with its checksum, options behind it. */
export function ipv4Header(values: Ipv4Values, options: Uint8Array = new Uint8Array()): Uint8Array {
  const header = joined([encodeHeader(ipv4, { ...values, headerChecksum: 0 }), options]);
  const headerChecksum = ipv4HeaderChecksum(header);
  return joined([encodeHeader(ipv4, { ...values, headerChecksum }), options]);
}

/** Cuts an IPv4 packet to packets of at most `mtu` bytes; itself, when it fits. */
export function ipv4Fragments(packet: Uint8Array, mtu: number): Uint8Array[] {
  if (packet.length <= mtu) return [packet];
  const values = valuesOf(ipv4, packet);
  const headerBytes = values.ihl * 4;
  const options = packet.subarray(ipv4.sizeBytes, headerBytes);
  const data = packet.subarray(headerBytes);
  return chunks(data, mtu - headerBytes).map(({ chunk, from, isLast }) => {
    const own = {
      totalLength: headerBytes + chunk.length,
      mf: values.mf || !isLast,
      fragmentOffset: values.fragmentOffset + from / 8,
    };
    return joined([ipv4Header({ ...values, ...own }, options), chunk]);
  });
}

/** As a sender does it in IPv6; nobody else may. The packet has no extension headers yet. */
export function ipv6Fragments(
  packet: Uint8Array,
  mtu: number,
  identification: number,
): Uint8Array[] {
  if (packet.length <= mtu) return [packet];
  const values = valuesOf(ipv6, packet);
  const data = packet.subarray(ipv6.sizeBytes);
  const room = mtu - ipv6.sizeBytes - ipv6Fragment.sizeBytes;
  return chunks(data, room).map(({ chunk, from, isLast }) => {
    const payloadLength = ipv6Fragment.sizeBytes + chunk.length;
    const head = { ...values, payloadLength, nextHeader: fragmentProtocol };
    const place = { reserved: 0, fragmentOffset: from / 8, reservedBits: 0, mf: !isLast };
    const fragment = { ...place, nextHeader: values.nextHeader, identification };
    return joined([encodeHeader(ipv6, head), encodeHeader(ipv6Fragment, fragment), chunk]);
  });
}

interface Chunk {
  chunk: Uint8Array;
  from: number;
  isLast: boolean;
}

/** Every chunk but the last has a multiple of 8 bytes: offsets count in eights. */
function chunks(data: Uint8Array, roomBytes: number): Chunk[] {
  const size = roomBytes - (roomBytes % 8);
  return Array.from({ length: Math.ceil(data.length / size) }, (_, index) => {
    const from = index * size;
    const chunk = data.subarray(from, from + size);
    return { chunk, from, isLast: from + size >= data.length };
  });
}
