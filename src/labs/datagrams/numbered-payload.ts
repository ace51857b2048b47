/** Makes a payload that begins with its number. @param sizeBytes 2 at least */
export function numberedPayload(number: number, sizeBytes: number): Buffer {
  const payload = Buffer.alloc(sizeBytes);
  payload.writeUInt16BE(number);
  return payload;
}

/** The number of such a payload. */
export const numberIn = (payload: Buffer): number => payload.readUInt16BE();

/** Cuts a byte stream into messages of one size, and gives their numbers as each is complete. */
export class NumberedStream {
  readonly #sizeBytes: number;
  #rest: Buffer = Buffer.alloc(0);

  constructor(sizeBytes: number) {
    this.#sizeBytes = sizeBytes;
  }

  take(read: Buffer): number[] {
    const all = Buffer.concat([this.#rest, read]);
    const whole = Math.floor(all.length / this.#sizeBytes);
    this.#rest = all.subarray(whole * this.#sizeBytes);
    return Array.from({ length: whole }, (_, index) =>
      numberIn(all.subarray(index * this.#sizeBytes)),
    );
  }
}
