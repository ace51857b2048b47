import { linkTypes } from "#wire/link-types.ts";
import { writePcap } from "#wire/pcap-write.ts";

/** Between two packets, since a capture has a time for each: nobody has measured it. */
const stepNs = 1_000_000;

/** A capture file of frames, one millisecond apart from this time on. */
export const captureFile = (
  frames: readonly Uint8Array[],
  startMs: number,
): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    writePcap(
      frames.map((bytes, index) => ({ time: timeOf(startMs, index), bytes })),
      { link: linkTypes.ethernet },
    ),
  );

function timeOf(startMs: number, index: number): { seconds: number; nanoseconds: number } {
  const startSeconds = Math.floor(startMs / 1000);
  const ns = Math.floor(startMs % 1000) * 1_000_000 + index * stepNs;
  return { seconds: startSeconds + Math.floor(ns / 1e9), nanoseconds: ns % 1e9 };
}
