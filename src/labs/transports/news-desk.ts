import { newsName } from "./model.ts";

/** What the desk needs of its bench. */
export interface NewsDeskDeps {
  /** An item has happened. */
  made(event: string): void;
}

/** Makes the news of one run after another, and knows who waits for it. Holds one run's items. */
export class NewsDesk {
  readonly #deps: NewsDeskDeps;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #waiting = new Set<() => void>();
  readonly #listening = new Set<(number: number) => void>();
  #count = 0;

  constructor(deps: NewsDeskDeps) {
    this.#deps = deps;
  }

  /** Begins anew: item after item at these times. */
  start(timesMs: readonly number[]): void {
    this.stop();
    this.#count = 0;
    for (const timeMs of timesMs) this.after(timeMs, () => this.#make());
  }

  /** Does something later in this run. */
  after(delayMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, delayMs);
    this.#timers.add(timer);
  }

  /** No more news: whoever waits is answered. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#answerWaiting();
    this.#listening.clear();
  }

  /** Numbers of the items after this one. */
  since(number: number): number[] {
    return Array.from({ length: this.#count }, (_, index) => index + 1).filter(
      (made) => made > number,
    );
  }

  /** Resolves with the items after this one as soon as there are any, or with none at the end. */
  async wait(number: number, gone: AbortSignal): Promise<number[]> {
    if (this.since(number).length === 0) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
        gone.addEventListener("abort", () => {
          this.#waiting.delete(resolve);
          resolve();
        });
      });
    }
    return this.since(number);
  }

  /** Calls back with each item from now on. Returns a function that ends it. */
  listen(heard: (number: number) => void): () => void {
    this.#listening.add(heard);
    return () => void this.#listening.delete(heard);
  }

  #make(): void {
    this.#count += 1;
    this.#deps.made(newsName(this.#count));
    this.#answerWaiting();
    for (const heard of this.#listening) heard(this.#count);
  }

  #answerWaiting(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
