import { ByteQueue } from "./byte-queue.ts";
import { type Dissection, dissect, undissected, type WireContext } from "./dissect.ts";
import { freshCursor, type HttpCursor } from "./http-message.ts";
import { freshState, type WireState } from "./wire-state.ts";

/** Bytes that were overwritten before they were shown, and why. Offsets in the bytes they came with. */
export interface WireMark {
  from: number;
  to: number;
  why: string;
}

/** A message, when its last byte came, and what of it was overwritten. */
export interface WireMessage extends Dissection {
  way: "up" | "down";
  /** Counts the messages of this direction from 0. */
  index: number;
  atMs: number;
  marks: WireMark[];
}

/** Cuts the bytes of one direction into messages. */
export class DirectionReader {
  readonly #queue = new ByteQueue();
  readonly #context: Omit<WireContext, "state">;
  #state: WireState = freshState;
  #cursor: HttpCursor = freshCursor();
  /** Bytes that must be there before reading is tried again. */
  #need = 1;
  #isBroken = false;
  #count = 0;
  #passedBytes = 0;
  #receivedBytes = 0;
  #marks: WireMark[] = [];

  constructor(context: Omit<WireContext, "state">) {
    this.#context = context;
  }

  get state(): WireState {
    return this.#state;
  }

  /** Bytes that belong to no complete message yet. */
  get pendingBytes(): number {
    return this.#queue.length;
  }

  /** Says what is known before the next message. */
  enter(state: WireState): void {
    this.#state = state;
    this.#need = 1;
  }

  push(bytes: Uint8Array, marks: readonly WireMark[] = []): void {
    this.#queue.push(bytes);
    const base = this.#receivedBytes;
    for (const { from, to, why } of marks)
      this.#marks.push({ from: base + from, to: base + to, why });
    this.#receivedBytes += bytes.length;
  }

  /** The next complete message, if there is one; `isClosed` takes what is left as it is. */
  next(atMs: number, isClosed = false): WireMessage | undefined {
    const { length } = this.#queue;
    if (length === 0 || this.#isBroken) return undefined;
    if (length < this.#need && !isClosed) return undefined;
    const context = { ...this.#context, state: this.#state, isClosed };
    const read = dissect(this.#queue.view, context, this.#cursor);
    if (read.ok) return this.#take(read.value, atMs);
    if (read.failure.code === "truncated" && !isClosed) {
      this.#need = read.failure.need;
      return undefined;
    }
    this.#isBroken = true;
    return this.#take(undissected(this.#queue.view.slice(), this.#state, read.failure), atMs);
  }

  #take(dissection: Dissection, atMs: number): WireMessage {
    const { length } = dissection.bytes;
    const from = this.#passedBytes;
    this.#passedBytes += length;
    this.#queue.drop(length);
    this.#state = dissection.next;
    this.#cursor = freshCursor();
    this.#need = 1;
    return {
      ...dissection,
      way: this.#context.way,
      index: this.#count++,
      atMs,
      marks: this.#marksIn(from, from + length),
    };
  }

  #marksIn(from: number, to: number): WireMark[] {
    const inside = this.#marks.filter((mark) => mark.from < to && mark.to > from);
    this.#marks = this.#marks.filter((mark) => mark.to > to);
    return inside.map((mark) => ({
      from: Math.max(mark.from, from) - from,
      to: Math.min(mark.to, to) - from,
      why: mark.why,
    }));
  }
}
