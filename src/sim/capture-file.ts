/**
 * Frames as a capture file.
 *
 * Source: the PCAP capture file format, draft-ietf-opsawg-pcap.
 *
 * Leaves out: everything but frames of Ethernet, whole.
 */
import { linkTypes } from "#wire/link-types.ts";
import { writePcap } from "#wire/pcap-write.ts";

/** A frame, and when it passed. */
export interface TimedFrame {
  bytes: Uint8Array;
  /** Milliseconds since 1970. */
  atMs: number;
}

/** A capture file of frames of Ethernet, in their order. */
export const captureFile = (frames: readonly TimedFrame[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    writePcap(
      frames.map(({ bytes, atMs }) => ({ time: timeOf(atMs), bytes })),
      { link: linkTypes.ethernet },
    ),
  );

/** Frames one millisecond apart, where nobody has measured a time. */
export const spacedOut = (frames: readonly Uint8Array[], startMs: number): TimedFrame[] =>
  frames.map((bytes, index) => ({ bytes, atMs: startMs + index }));

function timeOf(atMs: number): { seconds: number; nanoseconds: number } {
  const seconds = Math.floor(atMs / 1000);
  return { seconds, nanoseconds: Math.floor((atMs - seconds * 1000) * 1e6) };
}
