import type { Manager } from "socket.io-client";

interface TimerFunctions {
  setTimeoutFn: (run: () => void, delayMs: number) => unknown;
  clearTimeoutFn: (timer: unknown) => void;
}

/**
 * The timers of a client, by hand: a wait of one second costs nothing. Only time is not real here;
 * the client's own code sets its timers, clears them and answers to them.
 */
export class ManualTimers {
  readonly #waiting = new Map<number, () => void>();
  #last = 0;

  /** Lets this client set its timers here. Call it before the client connects. */
  install(manager: Manager): void {
    // The two are the client's own seam for timers (`useNativeTimers`), which its types leave out.
    const timers = manager as unknown as TimerFunctions;
    timers.setTimeoutFn = (run) => {
      this.#last += 1;
      this.#waiting.set(this.#last, run);
      return this.#last;
    };
    timers.clearTimeoutFn = (timer) => {
      this.#waiting.delete(timer as number);
    };
  }

  /** The time is up for all that still wait. */
  runOut(): void {
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const run of due) run();
  }
}
