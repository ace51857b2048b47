import type { Bench } from "#lab-kit/server/define-lab-server.ts";
import type { OrderListener } from "./call.ts";
import { isOrderName } from "./model.ts";

/** Carries out orders, and remembers them as a database would: a restart of Socket.IO spares it. */
export class Shop {
  readonly #bench: Bench;
  readonly #listener: () => OrderListener;
  readonly #known = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();

  /** @param listener for an order that comes now */
  constructor(bench: Bench, listener: () => OrderListener) {
    this.#bench = bench;
    this.#listener = listener;
    bench.onClose(() => this.forget());
  }

  /** The listener of `order`. What is no order of this lab is ignored. */
  order(order: unknown, ack: unknown): void {
    if (!isOrderName(order)) return;
    const event = `order ${order}`;
    let isCarriedOut = false;
    this.#listener()({
      order,
      ack: typeof ack === "function" ? (answer) => ack(answer) : undefined,
      known: this.#known,
      carryOut: () => {
        isCarriedOut = true;
        this.#bench.observe("server", { what: "handled", event });
      },
      setTimeout: (run, afterMs) => this.#later(run, afterMs),
    });
    if (!isCarriedOut)
      this.#bench.observe("server", { what: "dropped", event, reason: "a repeat" });
    this.#bench.flushSoon();
  }

  /** Orders, and answers that are still to come. */
  forget(): void {
    this.#known.clear();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #later(run: () => void, afterMs: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, afterMs);
    this.#timers.add(timer);
  }
}
