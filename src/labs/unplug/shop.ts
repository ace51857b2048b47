import type { Bench } from "#lab-kit/server/define-lab-server.ts";
import { type AnswerId, isOrderName, times } from "./model.ts";

/** How the shop treats its orders. */
export interface ShopPlan {
  answers: AnswerId;
  isIdempotent: boolean;
}

/** Carries out orders, and remembers them as a database would: a restart of Socket.IO spares it. */
export class Shop {
  readonly #bench: Bench;
  readonly #plan: () => ShopPlan;
  readonly #known = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(bench: Bench, plan: () => ShopPlan) {
    this.#bench = bench;
    this.#plan = plan;
    bench.onClose(() => this.forget());
  }

  /** The handler of `order`. What is no order of this lab is ignored. */
  order(order: unknown, ack: unknown): void {
    if (!isOrderName(order)) return;
    const event = `order ${order}`;
    const isRepeat = this.#plan().isIdempotent && this.#known.has(order);
    this.#known.add(order);
    if (isRepeat) this.#bench.observe("server", { what: "dropped", event, reason: "a repeat" });
    else this.#bench.observe("server", { what: "handled", event });
    this.#bench.flushSoon();
    if (typeof ack === "function") this.#answer(() => ack("ok"));
  }

  /** Orders, and answers that are still to come. */
  forget(): void {
    this.#known.clear();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #answer(answer: () => void): void {
    const { answers } = this.#plan();
    if (answers === "at-once") answer();
    if (answers !== "late") return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      answer();
    }, times.lateAnswerMs);
    this.#timers.add(timer);
  }
}
