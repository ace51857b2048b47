import type { Observation } from "#lab-kit/observation.ts";
import type { Subject } from "#lab-kit/subject.ts";
import { triesAgain } from "./client-options.ts";
import {
  type ClientName,
  clientNames,
  fenceEvent,
  mostNumbers,
  orderName,
  type Policy,
} from "./model.ts";
import { pageCalls } from "./page-calls.ts";
import type { Waiting } from "./waiting.ts";

/** What the crew needs of its lab. */
export interface CrewDeps {
  subjects(): ReadonlyMap<string, Subject>;
  policyOf(who: ClientName): Policy;
  waiting: Waiting;
}

/** Calls that tell their page what became of them. */
const hasCallback: readonly Policy["call"][] = ["timeout", "retries"];
const fenceWithinMs = 3000;

/** Ann and Bob: what their pages do in a run. */
export class Crew {
  readonly #deps: CrewDeps;
  /** Numbers that were used up for orders, and orders whose callback was not called yet. */
  #orders: Record<ClientName, number> = { Ann: 0, Bob: 0 };
  #unanswered: Record<ClientName, number> = { Ann: 0, Bob: 0 };
  #lastNews: Record<ClientName, number> = { Ann: 0, Bob: 0 };

  constructor(deps: CrewDeps) {
    this.#deps = deps;
  }

  /** For a new run: nothing was ordered, and no news had. */
  begin(): void {
    this.#orders = { Ann: 0, Bob: 0 };
    this.#unanswered = { Ann: 0, Bob: 0 };
    this.#lastNews = { Ann: 0, Bob: 0 };
    for (const who of clientNames) this.#subject(who)?.setListeners("news", 1);
  }

  lastNewsOf(who: ClientName): number {
    return this.#lastNews[who];
  }

  /** Keeps what a client's listener had. */
  take(observed: Observation): void {
    const { what, where } = observed;
    if (what !== "handled" || (where !== "Ann" && where !== "Bob")) return;
    const number = Number(/^news (\d+)$/.exec(observed.event)?.[1] ?? 0);
    this.#lastNews[where] = Math.max(this.#lastNews[where], number);
  }

  /** @returns false when this run has no number left for it */
  order(who: ClientName): boolean {
    const subject = this.#subject(who);
    if (!subject || this.#orders[who] >= mostNumbers) return false;
    this.#orders[who] += 1;
    const order = orderName(who, this.#orders[who]);
    const { call } = this.#deps.policyOf(who);
    if (hasCallback.includes(call)) this.#unanswered[who] += 1;
    subject.call(`order ${order}`, ({ answered, failed }) =>
      pageCalls[call]({
        socket: subject.socket,
        order,
        answered: (answer) => {
          answered(answer);
          this.#answered(who);
        },
        failed: (error) => {
          failed(error);
          this.#answered(who);
        },
      }),
    );
    return true;
  }

  disconnect(who: ClientName): void {
    this.#subject(who)?.socket.disconnect();
  }

  connect(who: ClientName): void {
    this.#subject(who)?.socket.connect();
  }

  giveUp(who: ClientName): void {
    this.#subject(who)?.giveUp();
  }

  setListeners(who: ClientName, times: number): void {
    this.#subject(who)?.setListeners("news", times);
  }

  isConnected(who: ClientName): boolean {
    return this.#subject(who)?.socket.connected ?? false;
  }

  /** Waits until all that is on a connected client's way has come: behind it, a fence comes back. */
  async settle(): Promise<void> {
    await Promise.all(clientNames.map((who) => this.#settle(who)));
  }

  async #settle(who: ClientName): Promise<void> {
    const isOver = () => this.#unanswered[who] === 0 || !this.isConnected(who);
    await this.#deps.waiting.until(isOver, fenceWithinMs);
    const subject = this.#subject(who);
    // Each attempt is bounded, and so is the life of a connection that does not answer.
    while (subject?.socket.connected && !(await this.#fence(subject, who)));
  }

  /** With `retries` the fence waits its turn behind the orders, like them. */
  #fence({ socket }: Subject, who: ClientName): Promise<boolean> {
    const queue = triesAgain(this.#deps.policyOf(who)) ? socket : socket.timeout(fenceWithinMs);
    return new Promise((resolve) => {
      // With `retries` it would stay in the queue of a client that is disconnected for good.
      const left = () => resolve(false);
      socket.once("disconnect", left);
      queue.emit(fenceEvent, (error: Error | null) => {
        socket.off("disconnect", left);
        resolve(!error);
      });
    });
  }

  #answered(who: ClientName): void {
    this.#unanswered[who] -= 1;
    this.#deps.waiting.look();
  }

  #subject(who: ClientName): Subject | undefined {
    return this.#deps.subjects().get(who);
  }
}
