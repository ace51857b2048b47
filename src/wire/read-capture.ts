import type { CapturedPacket } from "./capture-block.ts";
import { CaptureReader, type CaptureStop } from "./capture-reader.ts";

/** A packet of a capture with its bytes. */
export interface PacketWithBytes extends CapturedPacket {
  bytes: Uint8Array;
}

/** Reads a capture that is in memory as a whole. What is whole is kept, whatever follows it. */
export function readCapture(file: Uint8Array): {
  packets: PacketWithBytes[];
  stopped: CaptureStop | undefined;
} {
  const reader = new CaptureReader();
  const packets: PacketWithBytes[] = [];
  const take = (packet: CapturedPacket): void => {
    const bytes = file.subarray(packet.at, packet.at + packet.capturedBytes);
    packets.push({ ...packet, bytes });
  };
  reader.push(file, take);
  return { packets, stopped: reader.end(take) };
}
