import type { Fact, OnTheWire } from "../../observation.ts";

const tellEveryMs = 100;

/** Adds up bytes that are not kept, and tells their number for each exchange ten times a second. */
export class ByteCounts {
  readonly #observe: (where: string, fact: Fact) => void;
  readonly #held = new Map<string, { who: string; wire: OnTheWire; sizeBytes: number }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(observe: (where: string, fact: Fact) => void) {
    this.#observe = observe;
  }

  add(who: string, wire: OnTheWire, sizeBytes: number): void {
    const key = `${wire.connection} ${wire.exchange} ${wire.way}`;
    const held = this.#held.get(key);
    if (held) held.sizeBytes += sizeBytes;
    else this.#held.set(key, { who, wire, sizeBytes });
    this.#timer ??= setTimeout(() => this.tell(), tellEveryMs);
  }

  /** Tells what is held now. */
  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { who, wire, sizeBytes } of this.#held.values()) {
      this.#observe(who, { what: "counted", ...wire, sizeBytes });
    }
    this.#held.clear();
  }

  /** Drops what is held and stops the timer. */
  close(): void {
    clearTimeout(this.#timer);
    this.#held.clear();
  }
}
