/**
 * The checksums of a frame, computed again.
 *
 * Leaves out what one frame cannot tell: checksums over what came in fragments or was cut short,
 * and over packets that an error quotes.
 */
import {
  icmpChecksum,
  icmpv6Checksum,
  ipv4HeaderChecksum,
  type PseudoHeader,
  tcpChecksum,
  udpChecksum,
} from "./checksums.ts";
import type { FrameDissection } from "./dissect-frame.ts";
import type { LayerView } from "./frame-pen.ts";
import type { WireField } from "./wire-field.ts";

/** A checksum as it stands in a frame, and what it must be. */
export interface ChecksumFinding {
  layer: string;
  /** Offset of its two bytes. */
  at: number;
  stored: number;
  expected: number;
  isRight: boolean;
}

/** A packet of IP: its addresses, and where what it carries ends. */
interface Packet extends PseudoHeader {
  end: number;
}

type Sum = (bytes: Uint8Array, pseudo: PseudoHeader) => number;

/** Where the checksum stands in its message, and what it must be. */
const sums: Readonly<Record<string, { offset: number; sum: Sum }>> = {
  tcp: { offset: 16, sum: (bytes, pseudo) => tcpChecksum(pseudo, bytes) },
  udp: { offset: 6, sum: (bytes, pseudo) => udpChecksum(pseudo, bytes) },
  icmp: { offset: 2, sum: (bytes) => icmpChecksum(bytes) },
  icmpv6: { offset: 2, sum: (bytes, pseudo) => icmpv6Checksum(pseudo, bytes) },
};

/** All checksums of a frame that can be checked, outermost first. */
export function frameChecksums(
  bytes: Uint8Array,
  { layers, fields }: FrameDissection,
): ChecksumFinding[] {
  const found: ChecksumFinding[] = [];
  const isUnknown = fields.some(isFragmentOrRouted);
  let packet: Packet | undefined;
  for (const view of layers.filter(({ isQuoted }) => !isQuoted)) {
    if (isWholeIpv4(view)) found.push(headerFinding(bytes, view));
    if (view.layer === "ipv4" || view.layer === "ipv6") packet = packetOf(view);
    const { offset, sum } = sums[view.layer] ?? {};
    if (!packet || offset === undefined || !sum || isUnknown) continue;
    const message = bytes.subarray(view.from, endOf(view, packet));
    if (isCheckable(view, packet, bytes))
      found.push(finding(bytes, view, offset, sum(message, packet)));
  }
  return found;
}

/** What IPv6 says in extension headers: a part of a packet, or another destination at its end. */
const isFragmentOrRouted = ({ id, value }: WireField<string>): boolean =>
  (id === "ipv6.fragment-mf" && value === "1") || id.startsWith("ipv6.routing-");

const isWholeIpv4 = ({ layer, from, to, values }: LayerView): boolean =>
  layer === "ipv4" && typeof values.ihl === "number" && to - from === values.ihl * 4;

const headerFinding = (bytes: Uint8Array, view: LayerView): ChecksumFinding =>
  finding(bytes, view, 10, ipv4HeaderChecksum(bytes.subarray(view.from, view.to)));

function finding(
  bytes: Uint8Array,
  { layer, from }: LayerView,
  offset: number,
  expected: number,
): ChecksumFinding {
  const at = from + offset;
  const stored = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  // All ones and zero are the same number there.
  return { layer, at, stored, expected, isRight: stored % 0xffff === expected % 0xffff };
}

/** Undefined for what is no whole packet, or does not say where it ends. */
function packetOf({ layer, from, values }: LayerView): Packet | undefined {
  const { src, dst, totalLength, payloadLength, mf, fragmentOffset } = values;
  if (!(src instanceof Uint8Array && dst instanceof Uint8Array)) return undefined;
  if (mf || fragmentOffset) return undefined;
  const length = layer === "ipv4" ? totalLength : payloadLength;
  if (typeof length !== "number" || length === 0) return undefined;
  return { src, dst, end: from + length + (layer === "ipv6" ? 40 : 0) };
}

const endOf = ({ layer, from, values }: LayerView, { end }: Packet): number =>
  layer === "udp" && typeof values.length === "number" ? from + values.length : end;

function isCheckable(view: LayerView, packet: Packet, bytes: Uint8Array): boolean {
  const end = endOf(view, packet);
  if (end > packet.end || end > bytes.length || end < view.to) return false;
  if (typeof view.values.checksum !== "number") return false;
  // Over IPv4, 0 says that none was computed.
  return view.layer !== "udp" || view.values.checksum !== 0;
}
