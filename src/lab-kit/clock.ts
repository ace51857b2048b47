import type { ClockOffset } from "./observation.ts";

/** One question about the server's clock: when it was asked and answered here, and what it said. */
export interface ClockSample {
  askedMs: number;
  answeredMs: number;
  serverMs: number;
}

const keptSamples = 16;

/**
 * Estimates how far the server's clock is from this page's. The answer was given somewhere between
 * asking and hearing, so half the round trip is the error; the quickest round trip says most.
 * Source: RFC 5905, section 8 (the same reasoning, with one server time instead of two).
 */
export class ClockEstimate {
  #samples: ClockSample[] = [];
  /** Smallest step of this page's own clock, in ms; part of the error. */
  readonly #stepMs: number;

  constructor(stepMs: number) {
    this.#stepMs = stepMs;
  }

  add(sample: ClockSample): void {
    this.#samples = [...this.#samples.slice(1 - keptSamples), sample];
  }

  /** Forgets everything: the server's clock is another one now. */
  clear(): void {
    this.#samples = [];
  }

  /** @returns undefined before the first sample */
  get offset(): ClockOffset | undefined {
    const [first, ...rest] = this.#samples;
    if (!first) return undefined;
    const best = rest.reduce((a, b) => (roundTripMs(b) < roundTripMs(a) ? b : a), first);
    const middleMs = (best.askedMs + best.answeredMs) / 2;
    return { offsetMs: best.serverMs - middleMs, errorMs: roundTripMs(best) / 2 + this.#stepMs };
  }
}

const roundTripMs = ({ askedMs, answeredMs }: ClockSample): number => answeredMs - askedMs;

/** Step of `performance.now()`: 5 µs on a page that is isolated, else 100 µs. */
export const pageClockStepMs = (isIsolated: boolean): number => (isIsolated ? 0.005 : 0.1);
