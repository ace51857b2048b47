import type { Socket } from "node:dgram";
import { type RelaySettings, relayName } from "./model.ts";
import { numberIn } from "./numbered-payload.ts";
import { relayPlan } from "./relay-plan.ts";
import type { Reporter } from "./reporter.ts";

/** A copy that waits in the relay. */
interface Copy {
  dueMs: number;
  payload: Buffer;
}

/**
 * A program between sender and receiver that loses, copies and holds back datagrams. Copies leave in
 * the order in which they are due, however late the timers are.
 */
export class Relay {
  readonly #socket: Socket;
  readonly #to: { port: number; address: string };
  readonly #settings: RelaySettings;
  readonly #report: Reporter;
  #waiting: Copy[] = [];

  constructor(
    socket: Socket,
    to: { port: number; address: string },
    settings: RelaySettings,
    report: Reporter,
  ) {
    this.#socket = socket;
    this.#to = to;
    this.#settings = settings;
    this.#report = report;
    socket.on("message", (message) => this.#take(message));
  }

  #take(payload: Buffer): void {
    this.#report.handled += 1;
    const number = numberIn(payload);
    const { isLost, delaysMs } = relayPlan(this.#settings, number);
    const told = (how: "lost" | "doubled") =>
      this.#report.told(relayName, { what: "relayed", number, how });
    if (isLost) told("lost");
    if (delaysMs.length > 1) told("doubled");
    for (const delayMs of delaysMs) {
      this.#waiting.push({ dueMs: this.#report.nowMs() + delayMs, payload });
      this.#report.after(delayMs, () => this.#sendNext());
    }
  }

  #sendNext(): void {
    this.#waiting.sort((one, other) => one.dueMs - other.dueMs);
    const next = this.#waiting.shift();
    if (!next) return;
    this.#report.pending += 1;
    this.#socket.send(next.payload, this.#to.port, this.#to.address, () => {
      this.#report.pending -= 1;
    });
  }
}
