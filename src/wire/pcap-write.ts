/** Source: the PCAP capture file format, draft-ietf-opsawg-pcap. */
import type { CaptureTime } from "./capture-block.ts";
import type { LinkType } from "./link-types.ts";
import { pcapHeaderBytes, pcapMagics, pcapRecordBytes } from "./pcap.ts";

/** A packet to be written. */
export interface PacketToWrite {
  time: CaptureTime;
  bytes: Uint8Array;
  /** Bytes on the wire, where `bytes` were cut short. */
  originalBytes?: number;
}

/** How a pcap file is written. */
export interface PcapOptions {
  link: LinkType;
  /** Times in nanoseconds; without it in microseconds, the rest cut off. */
  isNanosecond?: boolean;
}

const mostBytes = 262_144;

/** Writes a pcap file, the least significant byte first, as most programs do. */
export function writePcap(
  packets: readonly PacketToWrite[],
  { link, isNanosecond = false }: PcapOptions,
): Uint8Array {
  const records = packets.reduce((sum, { bytes }) => sum + pcapRecordBytes + bytes.length, 0);
  const file = new Uint8Array(pcapHeaderBytes + records);
  const view = new DataView(file.buffer);
  writeHeader(view, link, isNanosecond);
  let at = pcapHeaderBytes;
  for (const { time, bytes, originalBytes = bytes.length } of packets) {
    view.setUint32(at, time.seconds, true);
    view.setUint32(at + 4, fractionOf(time, isNanosecond), true);
    view.setUint32(at + 8, bytes.length, true);
    view.setUint32(at + 12, originalBytes, true);
    file.set(bytes, at + pcapRecordBytes);
    at += pcapRecordBytes + bytes.length;
  }
  return file;
}

function writeHeader(view: DataView, link: LinkType, isNanosecond: boolean): void {
  view.setUint32(0, isNanosecond ? pcapMagics.nano : pcapMagics.micro, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, mostBytes, true);
  view.setUint32(20, link, true);
}

const fractionOf = ({ nanoseconds }: CaptureTime, isNanosecond: boolean): number =>
  isNanosecond ? nanoseconds : Math.floor(nanoseconds / 1000);
