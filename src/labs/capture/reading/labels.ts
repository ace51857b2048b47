/** Characters that are kept of all labels together. */
const maxChars = 16_000_000;

/** What packets say, in words, where a connection has told; the rest is worked out when it is seen. */
export class Labels {
  readonly #texts = new Map<number, string>();
  #chars = 0;

  set(index: number, text: string): void {
    if (this.#chars > maxChars) return;
    this.#chars += text.length + 32;
    this.#texts.set(index, text);
  }

  of(index: number): string | undefined {
    return this.#texts.get(index);
  }
}
