import type { Fact, Observation } from "./observation.ts";

/**
 * Stamps facts that a lab's own code has worked out, in the order of their seq. None of them can
 * pass for something that was seen.
 */
export class ComputedFacts {
  #seq = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  stamp(where: string, fact: Fact): Observation {
    this.#seq += 1;
    const atMs = this.#now();
    return { ...fact, seq: this.#seq, atMs, clock: "page", where, provenance: "computed" };
  }
}
