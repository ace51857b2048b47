/** Bytes that came in pieces and leave in pieces. Linear in what passes through. */
export class ByteQueue {
  #bytes = new Uint8Array(1024);
  #from = 0;
  #to = 0;

  get length(): number {
    return this.#to - this.#from;
  }

  /** What is there, without copying; valid until the next push. */
  get view(): Uint8Array {
    return this.#bytes.subarray(this.#from, this.#to);
  }

  push(piece: Uint8Array): void {
    if (this.#to + piece.length > this.#bytes.length) this.#makeRoom(piece.length);
    this.#bytes.set(piece, this.#to);
    this.#to += piece.length;
  }

  drop(count: number): void {
    this.#from = Math.min(this.#from + count, this.#to);
  }

  #makeRoom(count: number): void {
    const need = this.length + count;
    const target = need * 2 > this.#bytes.length ? new Uint8Array(need * 2) : this.#bytes;
    target.set(this.view);
    [this.#bytes, this.#to, this.#from] = [target, this.length, 0];
  }
}
