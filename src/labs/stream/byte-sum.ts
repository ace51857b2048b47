import { createHash, type Hash } from "node:crypto";
import type { Fact } from "#lab-kit/observation.ts";

/** Number and hash of bytes that passed. */
export class ByteSum {
  readonly #hash: Hash = createHash("sha256");
  #sizeBytes = 0;

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#sizeBytes += bytes.length;
  }

  asFact(): Fact {
    return { what: "hashed", sizeBytes: this.#sizeBytes, sha256: this.#hash.digest("hex") };
  }
}
