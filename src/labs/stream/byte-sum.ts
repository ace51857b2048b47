import { createHash, type Hash } from "node:crypto";
import type { Fact } from "#lab-kit/observation.ts";

/** Enough to tell two streams apart, and too few to be taken for a key. */
const shownDigits = 16;

/** Number and hash of bytes that passed. */
export class ByteSum {
  readonly #hash: Hash = createHash("sha256");
  #sizeBytes = 0;

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#sizeBytes += bytes.length;
  }

  asFact(): Fact {
    const sha256 = this.#hash.digest("hex").slice(0, shownDigits);
    return { what: "hashed", sizeBytes: this.#sizeBytes, sha256 };
  }
}
