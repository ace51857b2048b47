import type { PacketLook } from "./packet-look.ts";
import { segmentOf } from "./segment-of.ts";
import { type StreamMessage, StreamReader } from "./stream-reader.ts";
import { type StreamedSegment, TcpStreams } from "./tcp-streams.ts";

/** A segment in its connection, and the messages that it completes. */
export interface SegmentWithMessages extends StreamedSegment {
  messages: StreamMessage[];
}

/** Connections that are read at once; the one that was silent longest is given up for a new one. */
const maxReaders = 2000;
/** Bytes of all connections together that may wait for the end of their message. */
const maxPendingBytes = 48 * 1024 * 1024;

/** All TCP connections of a capture, with what they say. What it keeps is bounded. */
export class Conversations {
  readonly #streams = new TcpStreams();
  readonly #readers = new Map<number, StreamReader>();
  #pendingBytes = 0;

  /** Connections so far. */
  get count(): number {
    return this.#streams.count;
  }

  /** Takes a packet in which a look has found TCP. @param ends as `segmentOf` has it */
  push(
    bytes: Uint8Array,
    look: PacketLook,
    ends: readonly [string, string],
    atMs: number,
  ): SegmentWithMessages {
    const segment = segmentOf(bytes, look, ends, atMs);
    const streamed = this.#streams.push(segment);
    return { ...streamed, messages: this.#read(streamed, look) };
  }

  #read({ number, ready, way, isOver }: StreamedSegment, look: PacketLook): StreamMessage[] {
    if (ready.length === 0 && !isOver) return [];
    const port = way === "up" ? look.dstPort : look.srcPort;
    const reader = this.#readerOf(number, port, ready.length > 0);
    if (!reader) return [];
    const before = reader.pendingBytes;
    const messages = ready.flatMap((piece) => reader.push(way, piece));
    const isTooMuch = this.#pendingBytes + reader.pendingBytes - before > maxPendingBytes;
    if (isOver || isTooMuch) messages.push(...reader.end());
    this.#pendingBytes += reader.pendingBytes - before;
    return messages;
  }

  /**
   * The reader of a connection; it moves to the end of the list. One that has ended stays there, so
   * that what still comes is not taken for a beginning.
   */
  #readerOf(number: number, port: number, mayBegin: boolean): StreamReader | undefined {
    const known = this.#readers.get(number);
    if (!known && !mayBegin) return undefined;
    const reader = known ?? new StreamReader(port);
    this.#readers.delete(number);
    this.#readers.set(number, reader);
    if (this.#readers.size > maxReaders) this.#forgetOldest();
    return reader;
  }

  #forgetOldest(): void {
    for (const [number, reader] of this.#readers) {
      this.#pendingBytes -= reader.pendingBytes;
      this.#readers.delete(number);
      return;
    }
  }
}
