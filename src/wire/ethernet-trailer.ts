/** Source: IEEE 802.3 (frames have at least 60 bytes before the check sequence). */
import { crc32 } from "./crc32.ts";
import type { FramePen } from "./frame-pen.ts";

const leastBytes = 60;
const source = "IEEE 802.3";

/** Bytes behind what an Ethernet frame carries: padding, check sequence, or added by somebody. */
export function ethernetTrailer(pen: FramePen, from: number, to: number): void {
  const paddingTo = endOfPadding(pen.bytes, from, to);
  pen.leaf(from, paddingTo, "ethernet", "padding", "Fills a short frame up to 60 bytes.", source);
  const fcs = checkSequence(pen, paddingTo, to);
  const fcsFrom = fcs === "absent" ? to : to - 4;
  pen.leaf(paddingTo, fcsFrom, "ethernet", "trailer", trailerMeaning, source);
  pen.leaf(fcsFrom, to, "ethernet", "frame check sequence", fcsMeaning[fcs], source);
}

const trailerMeaning = "Bytes behind what the frame carries. Who added them cannot be seen here.";

const fcsMeaning = {
  right: "CRC-32 over the frame. It is right.",
  wrong: "In the place of the CRC-32 over the frame, but it is none of this frame.",
  absent: "",
} as const;

/** Padding is zeros that reach the least length exactly. */
function endOfPadding(bytes: Uint8Array, from: number, to: number): number {
  if (from >= leastBytes || to < leastBytes) return from;
  for (let at = from; at < leastBytes; at++) if (bytes[at] !== 0) return from;
  return leastBytes;
}

/** A frame that needed no trailer to be long enough ends with it, if it was captured. */
function checkSequence(pen: FramePen, from: number, to: number): keyof typeof fcsMeaning {
  const { bytes, isSnapped } = pen;
  const isPlace = !isSnapped && to === bytes.length && to >= leastBytes + 4 && to - from >= 4;
  if (!isPlace) return "absent";
  const view = new DataView(bytes.buffer, bytes.byteOffset + to - 4, 4);
  if (view.getUint32(0, true) === crc32(bytes.subarray(0, to - 4))) return "right";
  return pen.layers.some(({ layer }) => layer === "vlan") ? "absent" : "wrong";
}
