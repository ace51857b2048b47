import type { Fact, Observation } from "./observation.ts";

/** Takes one observation. */
export type Observe = (observation: Observation) => void;

/** Stamps facts of this page with its clock. One for each bench, so that `seq` counts them all. */
export class PageObserver {
  #seq = 0;
  readonly #take: Observe;
  readonly #now: () => number;

  constructor(take: Observe, now: () => number = () => performance.now()) {
    this.#take = take;
    this.#now = now;
  }

  observe(where: string, fact: Fact): void {
    const atMs = this.#now();
    this.#seq += 1;
    this.#take({ ...fact, seq: this.#seq, atMs, clock: "page", where });
  }
}
