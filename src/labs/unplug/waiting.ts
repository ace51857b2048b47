interface Waiter {
  isTrue(): boolean;
  done(isTrue: boolean): void;
}

/** Waits for facts that observations make true. Nothing is asked again and again. */
export class Waiting {
  readonly #waiters = new Set<Waiter>();

  /** Looks again, since something was observed. */
  look(): void {
    for (const waiter of [...this.#waiters]) if (waiter.isTrue()) waiter.done(true);
  }

  /** @returns whether it came true; false after `withinMs`, or when all are let go */
  until(isTrue: () => boolean, withinMs: number): Promise<boolean> {
    if (isTrue()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        isTrue,
        done: (isSo) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(isSo);
        },
      };
      const timer = setTimeout(() => waiter.done(false), withinMs);
      this.#waiters.add(waiter);
    });
  }

  /** Nobody waits any longer. */
  letGo(): void {
    for (const waiter of [...this.#waiters]) waiter.done(false);
  }
}
