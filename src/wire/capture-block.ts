import type { Result } from "#lib/result.ts";
import type { LinkType } from "./link-types.ts";
import type { WireFailure } from "./truncated.ts";

/** What a capture file says of one packet. */
export interface CapturedPacket {
  /** Offset of its bytes in the file. */
  at: number;
  /** Bytes that are in the file. */
  capturedBytes: number;
  /** Bytes that were on the wire; more than were captured, where packets were cut short. */
  originalBytes: number;
  link: LinkType;
  /** When it was seen, since 1970; absent where the file does not say. */
  time: CaptureTime | undefined;
}

/** A moment, exactly: whole seconds since 1970, and 0 to 999,999,999 nanoseconds. */
export interface CaptureTime {
  seconds: number;
  nanoseconds: number;
}

/** One block of a capture file: where it ends, and the packet in it, if it holds one. */
export interface CaptureBlock {
  end: number;
  packet?: CapturedPacket;
}

/** Reads one kind of capture file, block by block. */
export interface CaptureFormat {
  /** Reads the block at `at`. Offsets are those of `view`. */
  read(view: DataView, at: number): Result<CaptureBlock, WireFailure>;
}

/** Most bytes of a packet: what programs that capture take at most. */
export const maxPacketBytes = 262_144;
