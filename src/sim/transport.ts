/**
 * Segments and datagrams, as a sender makes them.
 *
 * Sources: RFC 9293, section 3.1; RFC 7323, section 3 (timestamps); RFC 768.
 *
 * Leaves out: time, windows and losses: nothing is sent again.
 */
import { type PseudoHeader, tcpChecksum, udpChecksum } from "#wire/checksums.ts";
import { encodeHeader, type HeaderValues } from "#wire/header.ts";
import { tcp } from "#wire/tcp.ts";
import { joined } from "#wire/text.ts";
import { udp } from "#wire/udp.ts";

/** One end of a connection. */
export interface Ports {
  srcPort: number;
  dstPort: number;
}

/** What the segments of one message have in common. */
export interface TcpState extends Ports {
  seq: number;
  ack: number;
  window: number;
  options: Uint8Array;
}

type TcpFlag = "syn" | "ackFlag" | "psh" | "fin";
type TcpValues = HeaderValues<typeof tcp.rows>;

const noFlags = {
  ae: false,
  cwr: false,
  ece: false,
  urg: false,
  ackFlag: false,
  psh: false,
  rst: false,
  syn: false,
  fin: false,
};

/** Timestamps option with its two bytes of padding in front. */
export const timestamps = (value: number, echo: number): Uint8Array => {
  const bytes = new Uint8Array(12);
  bytes.set([1, 1, 8, 10]);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, value);
  view.setUint32(8, echo);
  return bytes;
};

/** One segment, with its checksum. */
export function tcpSegment(
  state: TcpState,
  flags: readonly TcpFlag[],
  data: Uint8Array,
  pseudo: PseudoHeader,
): Uint8Array {
  const { options, ...values } = state;
  const set = Object.fromEntries(flags.map((flag) => [flag, true]));
  const header: TcpValues = {
    ...values,
    ...noFlags,
    ...set,
    dataOffset: (tcp.sizeBytes + options.length) / 4,
    reserved: 0,
    checksum: 0,
    urgentPointer: 0,
  };
  const bare = joined([encodeHeader(tcp, header), options, data]);
  const checksum = tcpChecksum(pseudo, bare);
  return joined([encodeHeader(tcp, { ...header, checksum }), options, data]);
}

/** The segments of one message: as many bytes in each as fit, PSH on the last. */
export function tcpSegments(
  state: TcpState,
  data: Uint8Array,
  roomBytes: number,
  pseudo: PseudoHeader,
): Uint8Array[] {
  const size = roomBytes - tcp.sizeBytes - state.options.length;
  return Array.from({ length: Math.ceil(data.length / size) }, (_, index) => {
    const from = index * size;
    const isLast = from + size >= data.length;
    const seq = (state.seq + from) % 2 ** 32;
    const flags: TcpFlag[] = isLast ? ["ackFlag", "psh"] : ["ackFlag"];
    return tcpSegment({ ...state, seq }, flags, data.subarray(from, from + size), pseudo);
  });
}

/** One datagram, with its checksum. */
export function udpDatagram(ports: Ports, data: Uint8Array, pseudo: PseudoHeader): Uint8Array {
  const header = { ...ports, length: udp.sizeBytes + data.length, checksum: 0 };
  const bare = joined([encodeHeader(udp, header), data]);
  return joined([encodeHeader(udp, { ...header, checksum: udpChecksum(pseudo, bare) }), data]);
}
