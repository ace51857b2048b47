import { seqDistance, seqPlus } from "./sequence-numbers.ts";

/** A piece that waits for those before it. */
interface Piece {
  seq: number;
  bytes: Uint8Array;
}

/** Bytes of one side that may wait; more means that what is missing will not come. */
const maxWaitingBytes = 1024 * 1024;
const maxWaitingPieces = 512;
const patience = 64;

/** Puts the bytes of one side in order, each once. */
export class TcpReassembly {
  #next: number | undefined;
  #waiting: Piece[] = [];
  #waitingBytes = 0;
  #isBroken = false;
  /** Acknowledgements beyond a gap, since it is there. */
  #acknowledgedGaps = 0;

  /** Bytes are missing that will not come; nothing behind them is given out. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Whether bytes wait for others before them. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Says where the data begins: behind the SYN, or with the first byte that was captured. */
  begin(seq: number): void {
    this.#next ??= seq;
  }

  /**
   * Takes the data of a segment and answers with the bytes that are now in order. They are views
   * of what was given, unless they had to wait.
   *
   * @param lostBytes bytes at the end that the capture did not keep
   */
  push(seq: number, bytes: Uint8Array, lostBytes = 0): Uint8Array[] {
    if (this.#isBroken || (bytes.length === 0 && lostBytes === 0)) return [];
    this.#next ??= seq;
    const ready = this.#isAhead(seq) ? this.#hold(seq, bytes) : this.#take({ seq, bytes });
    // Behind a segment that was cut short nothing is in order any more.
    if (lostBytes > 0) this.#break();
    return ready;
  }

  /**
   * Says that the other side has all bytes up to here. What is missing below it was not captured;
   * some captures have packets out of order, so that only many such words prove it.
   */
  acknowledged(seq: number): void {
    const first = this.#waiting[0];
    if (first && seqDistance(seq, first.seq) > 0) this.#acknowledgedGaps++;
    if (this.#acknowledgedGaps > patience) this.#break();
  }

  #isAhead(seq: number): boolean {
    return this.#next !== undefined && seqDistance(seq, this.#next) > 0;
  }

  #hold(seq: number, bytes: Uint8Array): Uint8Array[] {
    const behind = this.#waiting.findLastIndex((piece) => seqDistance(piece.seq, seq) <= 0);
    this.#waiting.splice(behind + 1, 0, { seq, bytes: bytes.slice() });
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > maxWaitingBytes || this.#waiting.length > maxWaitingPieces)
      this.#break();
    return [];
  }

  #take(piece: Piece): Uint8Array[] {
    const ready = [this.#newPart(piece)];
    for (
      let first = this.#waiting[0];
      first && !this.#isAhead(first.seq);
      first = this.#waiting[0]
    ) {
      this.#waiting.shift();
      this.#waitingBytes -= first.bytes.length;
      ready.push(this.#newPart(first));
    }
    this.#acknowledgedGaps = 0;
    return ready.filter((bytes) => bytes.length > 0);
  }

  /** What of a piece was not given out before. */
  #newPart({ seq, bytes }: Piece): Uint8Array {
    const next = this.#next ?? seq;
    const known = seqDistance(next, seq);
    if (known >= bytes.length) return bytes.subarray(bytes.length);
    this.#next = seqPlus(seq, bytes.length);
    return bytes.subarray(known);
  }

  #break(): void {
    this.#isBroken = true;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
