/** Source: RFC 9293, section 3.1; RFC 7323, section 2.2 for the window scale. */

/** One TCP segment of a capture, with what the streams need of it. */
export interface TcpSegment {
  /** Address and port of who sent it, as one text. */
  from: string;
  to: string;
  /** Ports, to guess who is the server where the handshake is missing. */
  srcPort: number;
  dstPort: number;
  seq: number;
  ack: number;
  /** The eight bits as they stand in the header. */
  flags: number;
  /** As it stands in the header, not scaled. */
  window: number;
  /** What the option says, in a segment that has it. */
  windowShift: number | undefined;
  /** Bytes of data on the wire; the capture may have kept fewer. */
  dataBytes: number;
  /** The data that was kept. */
  data: Uint8Array;
  atMs: number;
}

/** Bits of the header's flags. */
export const tcpFlags = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32, ece: 64, cwr: 128 };

const names = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"];

/** Flags in words, as in `SYN ACK`. */
export const flagsText = (flags: number): string =>
  names.filter((_, bit) => flags & (1 << bit)).join(" ");

/** Numbers that the segment takes up: its data, and one each for SYN and FIN. */
export const seqLength = ({ flags, dataBytes }: TcpSegment): number =>
  dataBytes + (flags & tcpFlags.syn ? 1 : 0) + (flags & tcpFlags.fin ? 1 : 0);

const boundaries = tcpFlags.syn | tcpFlags.fin | tcpFlags.rst;

/** Neither begins nor ends a connection. */
export const isMiddle = ({ flags }: TcpSegment): boolean => (flags & boundaries) === 0;
