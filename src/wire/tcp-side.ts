import { seqDistance, seqPlus } from "./sequence-numbers.ts";
import { seqLength, type TcpSegment, tcpFlags } from "./tcp-segment.ts";

/** A run of numbers: `to` is the first one behind it. */
interface SeqRange {
  from: number;
  to: number;
}

/** Gaps that are kept of one side; more than these, and the oldest are forgotten. */
const maxHoles = 64;

/** What was seen of one side of a connection. */
export class TcpSide {
  /** Relative numbers count from here; the first byte of data is 1. */
  base: number | undefined;
  /** The number behind the highest that was seen, and when that came. */
  next: number | undefined;
  nextAtMs = 0;
  /** The last acknowledgement of this side, and when it was sent. */
  ack: number | undefined;
  ackAtMs = 0;
  window = 0;
  /** Undefined until a SYN said whether it scales. */
  windowShift: number | undefined;
  duplicateAcks = 0;
  /** What the last segment was for. */
  last: "keep-alive" | "window-probe" | undefined;
  hasFinished = false;
  #holes: SeqRange[] = [];

  /** Whether all of these numbers have been seen. */
  hasSeen(from: number, to: number): boolean {
    if (this.next === undefined || seqDistance(to, this.next) > 0) return false;
    return !this.#holes.some(
      (hole) => seqDistance(from, hole.to) < 0 && seqDistance(to, hole.from) > 0,
    );
  }

  /** Takes note of a segment. */
  see(segment: TcpSegment, purpose: TcpSide["last"]): void {
    this.last = purpose;
    this.window = segment.window;
    if (segment.flags & tcpFlags.syn) this.windowShift = segment.windowShift;
    if (segment.flags & tcpFlags.fin) this.hasFinished = true;
    // A probe's byte will come again; the number behind it is not reached yet.
    if (purpose === undefined) this.#advance(segment);
    if (segment.flags & tcpFlags.ack) {
      this.ack = segment.ack;
      this.ackAtMs = segment.atMs;
    }
  }

  #advance(segment: TcpSegment): void {
    const from = segment.seq;
    const to = seqPlus(from, seqLength(segment));
    this.base ??= segment.flags & tcpFlags.syn ? from : seqPlus(from, -1);
    if (this.next === undefined) {
      this.next = to;
      this.nextAtMs = segment.atMs;
      return;
    }
    if (seqDistance(from, this.next) > 0) this.#open({ from: this.next, to: from });
    else if (this.#holes.length > 0) this.#fill({ from, to });
    if (seqDistance(to, this.next) > 0) {
      this.next = to;
      this.nextAtMs = segment.atMs;
    }
  }

  #open(hole: SeqRange): void {
    this.#keep([...this.#holes, hole]);
  }

  #fill({ from, to }: SeqRange): void {
    const left = this.#holes.flatMap((hole) => {
      if (seqDistance(from, hole.to) >= 0 || seqDistance(to, hole.from) <= 0) return [hole];
      const before = seqDistance(from, hole.from) > 0 ? [{ from: hole.from, to: from }] : [];
      const behind = seqDistance(to, hole.to) < 0 ? [{ from: to, to: hole.to }] : [];
      return [...before, ...behind];
    });
    this.#keep(left);
  }

  #keep(holes: SeqRange[]): void {
    this.#holes = holes.slice(-maxHoles);
  }
}
