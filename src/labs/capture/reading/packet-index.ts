import { type ProtocolName, protocolNames } from "../model.ts";
import { Column } from "./column.ts";

/** Most packets that are listed: their index then takes about 130 MB. */
export const maxPackets = 2_000_000;

/** What is kept of each packet; the packet itself stays in the file. */
export interface IndexedPacket {
  /** Offset in the file. */
  at: number;
  capturedBytes: number;
  originalBytes: number;
  link: number;
  /** Since the first packet; NaN where the file does not say. */
  atNs: number;
  protocol: ProtocolName;
  /** Number of an address in the table of addresses. */
  from: number;
  to: number;
  srcPort: number;
  dstPort: number;
  conversation: number;
  /** Bits of marks, in the order of their names. */
  marks: number;
  /** 0 none, 1 up, 2 down. */
  way: number;
  relativeSeq: number;
  relativeAck: number;
  windowBytes: number;
  duplicateAcks: number;
}

const float64 = () => new Column((length) => new Float64Array(length));
const uint32 = () => new Column((length) => new Uint32Array(length));
const int32 = () => new Column((length) => new Int32Array(length));
const uint16 = () => new Column((length) => new Uint16Array(length));
const uint8 = () => new Column((length) => new Uint8Array(length));

/** The list of all packets: numbers in columns, 67 bytes for each packet. */
export class PacketIndex {
  readonly at = float64();
  readonly atNs = float64();
  readonly windowBytes = float64();
  readonly capturedBytes = uint32();
  readonly originalBytes = uint32();
  readonly from = uint32();
  readonly to = uint32();
  readonly relativeSeq = uint32();
  readonly relativeAck = uint32();
  readonly conversation = int32();
  readonly srcPort = uint16();
  readonly dstPort = uint16();
  readonly link = uint16();
  readonly marks = uint16();
  readonly duplicateAcks = uint16();
  readonly protocol = uint8();
  readonly way = uint8();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(packet: IndexedPacket): void {
    this.#length++;
    this.at.push(packet.at);
    this.atNs.push(packet.atNs);
    this.windowBytes.push(packet.windowBytes);
    this.capturedBytes.push(packet.capturedBytes);
    this.originalBytes.push(packet.originalBytes);
    this.from.push(packet.from);
    this.to.push(packet.to);
    this.relativeSeq.push(packet.relativeSeq);
    this.relativeAck.push(packet.relativeAck);
    this.conversation.push(packet.conversation);
    this.srcPort.push(packet.srcPort);
    this.dstPort.push(packet.dstPort);
    this.link.push(packet.link);
    this.marks.push(packet.marks);
    this.duplicateAcks.push(packet.duplicateAcks);
    this.protocol.push(protocolNames.indexOf(packet.protocol));
    this.way.push(packet.way);
  }

  protocolOf(index: number): ProtocolName {
    return protocolNames[this.protocol.at(index)] ?? "data";
  }
}
