const pieceBytes = 1024 * 1024;
const keptPieces = 8;

/** A file that is read in pieces; the last ones are kept, so that neighbours cost nothing. */
export class CaptureFile {
  readonly #file: Blob;
  readonly #pieces = new Map<number, Promise<Uint8Array>>();

  constructor(file: Blob) {
    this.#file = file;
  }

  get sizeBytes(): number {
    return this.#file.size;
  }

  /** Bytes `from` to `to` of the file. */
  async read(from: number, to: number): Promise<Uint8Array> {
    const first = Math.floor(from / pieceBytes);
    const last = Math.floor(Math.max(from, to - 1) / pieceBytes);
    const piece = await this.#piece(first);
    const start = first * pieceBytes;
    if (first === last) return piece.subarray(from - start, to - start);
    const bytes = new Uint8Array(to - from);
    bytes.set(piece.subarray(from - start));
    for (let number = first + 1; number <= last; number++) {
      const next = await this.#piece(number);
      const at = number * pieceBytes - from;
      bytes.set(next.subarray(0, bytes.length - at), at);
    }
    return bytes;
  }

  #piece(number: number): Promise<Uint8Array> {
    const known = this.#pieces.get(number);
    if (known) return known;
    const from = number * pieceBytes;
    const piece = this.#file
      .slice(from, from + pieceBytes)
      .arrayBuffer()
      .then((buffer) => new Uint8Array(buffer));
    this.#pieces.set(number, piece);
    if (this.#pieces.size > keptPieces)
      this.#pieces.delete(this.#pieces.keys().next().value ?? number);
    return piece;
  }
}
