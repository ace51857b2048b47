import type { CapturedPacket, CaptureTime } from "#wire/capture-block.ts";
import { Conversations, type SegmentWithMessages } from "#wire/conversations.ts";
import { isKnownLink } from "#wire/link-types.ts";
import { lookAt, type PacketLook } from "#wire/packet-look.ts";
import type { StreamMessage } from "#wire/stream-reader.ts";
import { type TcpMark, tcpMarks } from "#wire/tcp-marks.ts";
import { type ProtocolName, protocolNames } from "../model.ts";
import { AddressTable } from "./address-table.ts";
import { Flows } from "./flows.ts";
import { Labels } from "./labels.ts";
import { maxPackets, PacketIndex } from "./packet-index.ts";

/** Goes through a capture once, and notes of each packet what the list needs. */
export class Indexer {
  readonly index = new PacketIndex();
  readonly addresses = new AddressTable();
  readonly labels = new Labels();
  readonly conversations = new Conversations();
  readonly unknownLinks = new Set<number>();
  readonly counts = new Map<ProtocolName, number>();
  readonly #flows = new Flows();
  firstTime: CaptureTime | undefined;
  lastNs = 0;

  /** More packets came than can be listed. */
  get isFull(): boolean {
    return this.index.length >= maxPackets;
  }

  take(packet: CapturedPacket, bytes: Uint8Array): void {
    if (this.isFull) return;
    const { at, capturedBytes, originalBytes, link } = packet;
    if (!isKnownLink(link)) this.unknownLinks.add(link);
    const look = lookAt(bytes, link);
    const atNs = this.#atNs(packet.time);
    const from = this.addresses.numberOf(bytes, look.srcAt, look.addressBytes);
    const to = this.addresses.numberOf(bytes, look.dstAt, look.addressBytes);
    const { srcPort, dstPort } = look;
    const ends = [`${from}:${srcPort}`, `${to}:${dstPort}`] as const;
    const segment =
      look.protocol === "tcp" ? this.conversations.push(bytes, look, ends, atNs / 1e6) : undefined;
    const protocol = this.#protocolOf(look, segment?.messages ?? []);
    this.counts.set(protocol, (this.counts.get(protocol) ?? 0) + 1);
    if (segment && segment.messages.length > 0)
      this.labels.set(this.index.length, labelOf(segment.messages));
    this.index.add({
      ...{ at, capturedBytes, originalBytes, link, atNs, protocol, from, to, srcPort, dstPort },
      conversation: segment ? segment.number * 2 : this.#flows.numberOf(look, ends),
      ...streamed(segment),
    });
  }

  #atNs(time: CaptureTime | undefined): number {
    if (!time) return Number.NaN;
    this.firstTime ??= time;
    const { seconds, nanoseconds } = this.firstTime;
    const atNs = (time.seconds - seconds) * 1e9 + time.nanoseconds - nanoseconds;
    this.lastNs = Math.max(this.lastNs, atNs);
    return atNs;
  }

  #protocolOf(look: PacketLook, messages: readonly StreamMessage[]): ProtocolName {
    if (isDns(look)) return "dns";
    return messages.reduce<ProtocolName>(
      (highest, { layer }) => (rank(layer) > rank(highest) ? layer : highest),
      look.protocol,
    );
  }
}

const rank = (protocol: ProtocolName): number => protocolNames.indexOf(protocol);

const dnsPorts = new Set([53, 5353]);

/** As the tables bind it: by its ports. */
const isDns = ({ protocol, srcPort, dstPort, isFragment, dataBytes }: PacketLook): boolean =>
  protocol === "udp" &&
  !isFragment &&
  dataBytes >= 12 &&
  (dnsPorts.has(srcPort) || dnsPorts.has(dstPort));

/** Longest text that is kept of one packet. */
const maxLabelChars = 200;

const labelOf = (messages: readonly StreamMessage[]): string => {
  const text = messages
    .slice(0, 8)
    .map((message) => message.text)
    .join(" | ");
  return text.length > maxLabelChars ? `${text.slice(0, maxLabelChars)}…` : text;
};

/** Marks as bits, in the order of their names. */
const bitsOf = (marks: readonly TcpMark[]): number =>
  marks.reduce((bits, mark) => bits | (1 << tcpMarks.indexOf(mark)), 0);

/** The marks of a packet from their bits. */
export const marksIn = (bits: number): TcpMark[] => tcpMarks.filter((_, bit) => bits & (1 << bit));

const none = {
  marks: 0,
  way: 0,
  relativeSeq: 0,
  relativeAck: 0,
  windowBytes: 0,
  duplicateAcks: 0,
};

const streamed = (segment: SegmentWithMessages | undefined): typeof none =>
  segment
    ? {
        marks: bitsOf(segment.marks),
        way: segment.way === "up" ? 1 : 2,
        relativeSeq: segment.relativeSeq,
        relativeAck: segment.relativeAck,
        windowBytes: segment.windowBytes,
        duplicateAcks: segment.duplicateAcks,
      }
    : none;
