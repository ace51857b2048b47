import type { Fact } from "#lab-kit/observation.ts";
import type { Said } from "./program-messages.ts";

/** What the parts of the program tell, and how much there is still to do. */
export class Reporter {
  /** Datagrams and reads that were taken so far. */
  handled = 0;
  /** What was begun and is not done: sends, pauses, copies in the relay, facts to be told. */
  pending = 0;
  readonly nowMs: () => number;
  readonly #say: (said: Said) => void;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(env: { nowMs: () => number; say: (said: Said) => void }) {
    this.nowMs = env.nowMs;
    this.#say = env.say;
  }

  /** What is to be done after a pause. */
  get waiting(): number {
    return this.#timers.size;
  }

  told(where: string, fact: Fact, atMs = this.nowMs()): void {
    this.#say({ where, fact, atMs });
  }

  /** Does something at the end of this turn of the loop. */
  later(act: () => void): void {
    this.pending += 1;
    setImmediate(() => {
      this.pending -= 1;
      act();
    });
  }

  /** Does something after a pause. */
  after(delayMs: number, act: () => void): void {
    this.pending += 1;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.pending -= 1;
      act();
    }, delayMs);
    this.#timers.add(timer);
  }

  /** Nothing that waits will be done. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
