/**
 * TCP connections of a capture, segment by segment.
 *
 * Source: RFC 9293.
 *
 * Leaves out: Multipath TCP, and connections whose addresses change on the way.
 */
import type { TcpSegment } from "./tcp-segment.ts";
import { TcpStream, type TcpView } from "./tcp-stream.ts";

interface OpenStream {
  /** Counts the connections of the capture from 0. */
  number: number;
  stream: TcpStream;
}

/** A segment's connection, and what it is there. */
export interface StreamedSegment extends TcpView, OpenStream {}

/** Connections that are known at once; the one that was silent longest is forgotten for a new one. */
const maxOpen = 20_000;

/** Tells the connections of a capture apart. Packets come in the order of the capture. */
export class TcpStreams {
  readonly #open = new Map<string, OpenStream>();
  #count = 0;

  /** Connections so far. */
  get count(): number {
    return this.#count;
  }

  push(segment: TcpSegment): StreamedSegment {
    const entry = this.#entryOf(segment);
    return { ...entry, ...entry.stream.push(segment) };
  }

  #entryOf(segment: TcpSegment): OpenStream {
    const key = keyOf(segment);
    const known = this.#open.get(key);
    const isKnown = known !== undefined && !known.stream.isReopenedBy(segment);
    const entry = isKnown ? known : { number: this.#count++, stream: new TcpStream(segment) };
    this.#open.delete(key);
    this.#open.set(key, entry);
    if (this.#open.size > maxOpen) this.#forgetOldest();
    return entry;
  }

  #forgetOldest(): void {
    for (const key of this.#open.keys()) {
      this.#open.delete(key);
      return;
    }
  }
}

/** The same for both directions. */
const keyOf = ({ from, to }: TcpSegment): string => (from < to ? `${from} ${to}` : `${to} ${from}`);
