/** What page and worker tell each other of a capture. */
import type { CaptureTime } from "#wire/capture-block.ts";
import type { CaptureStop } from "#wire/capture-reader.ts";
import type { LayerView } from "#wire/frame-pen.ts";
import type { TcpMark } from "#wire/tcp-marks.ts";
import type { WireField } from "#wire/wire-field.ts";

/** Protocols that the list can name, by the number that the index keeps. The order is that of rank. */
export const protocolNames = [
  "data",
  "arp",
  "ipv4",
  "ipv6",
  "icmp",
  "icmpv6",
  "udp",
  "tcp",
  "dns",
  "tls",
  "http",
  "websocket",
  "engine.io",
  "socket.io",
] as const;

export type ProtocolName = (typeof protocolNames)[number];

/** What a capture holds, once it has been read. */
export interface Overview {
  packets: number;
  /** Packets of each protocol that occurs. */
  protocols: { name: ProtocolName; count: number }[];
  /** TCP connections. */
  connections: number;
  /** Link types that have no table here. */
  unknownLinks: number[];
  firstTime: CaptureTime | undefined;
  durationMs: number;
  sizeBytes: number;
  /** Why reading ended before the file did. */
  stopped: CaptureStop | undefined;
  /** More packets follow than the list can hold. */
  isCapped: boolean;
}

/** Which packets are listed. What is empty lets all through. */
export interface Filter {
  protocol: ProtocolName | "";
  /** An address or its beginning. */
  address: string;
  port: number | undefined;
  /** Number of a conversation, as rows have it. */
  conversation: number | undefined;
  /** Stands in the bytes or in the summary; large and small letters are the same. */
  text: string;
}

/** The filter that lets all through. */
export const noFilter: Filter = {
  protocol: "",
  address: "",
  port: undefined,
  conversation: undefined,
  text: "",
};

/** A line of the list. */
export interface PacketRow {
  /** Counts all packets from 0. */
  index: number;
  /** Since the first packet; undefined where the file does not say. */
  atMs: number | undefined;
  from: string;
  to: string;
  protocol: ProtocolName;
  summary: string;
  marks: TcpMark[];
  /** -1 for what belongs to none. Even numbers are TCP connections. */
  conversation: number;
}

/** A message that was put together from the segments of a connection, and ends in the packet. */
export interface PacketMessage {
  title: string;
  bytes: Uint8Array;
  plain: Uint8Array;
  fields: WireField<string>[];
}

/** One packet, taken apart. */
export interface PacketDetail {
  row: PacketRow;
  bytes: Uint8Array;
  originalBytes: number;
  time: CaptureTime | undefined;
  layers: LayerView[];
  fields: WireField<string>[];
  /** Where the reading of the packet stopped, in a sentence. */
  stopped: string | undefined;
  messages: PacketMessage[];
  /** The connection is too long to be read again up to here. */
  isTooFar: boolean;
}

/** One packet between the two sides of a conversation. */
export interface ConversationStep {
  row: PacketRow;
  /** `right`: from the first side to the second. */
  way: "left" | "right";
}

/** A conversation, or the part of it around one packet. */
export interface ConversationView {
  /** Number as rows have it. */
  conversation: number;
  sides: [string, string];
  steps: ConversationStep[];
  /** All packets of it. */
  count: number;
}
