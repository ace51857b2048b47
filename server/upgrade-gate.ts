import type { Duplex } from "node:stream";
import type { UpgradeTreatment } from "#lab-kit/server/define-lab-server.ts";
import { refuseUpgrade } from "./refusal.ts";

/** What a gate may hold, and whom it tells. */
export interface UpgradeGateDeps {
  /** Swallowed requests at once; one more is refused. */
  mostHeld: number;
  nowMs: () => number;
  /** An upgrade of this subject was stopped, or one that was held is over. */
  stopped(how: "refused" | "swallowed" | "let-go", from: string): void;
}

/** A swallowed upgrade is closed after this, whatever its client does. */
export const holdForMs = 20_000;

/**
 * Stands before the WebSocket upgrades of one bench: lets them through, refuses them, or swallows
 * them, as some networks do. What it holds is bounded in number and time.
 */
export class UpgradeGate {
  readonly #deps: UpgradeGateDeps;
  /** Swallowed requests: when each came. */
  readonly #held = new Map<Duplex, number>();
  #treatment: UpgradeTreatment = "free";
  #isClosed = false;

  constructor(deps: UpgradeGateDeps) {
    this.#deps = deps;
  }

  get heldCount(): number {
    return this.#held.size;
  }

  /** From now on. What is held was asked for under the old rule, and is let go. */
  treat(treatment: UpgradeTreatment): void {
    this.#treatment = treatment;
    this.#letAllGo();
  }

  /** Stops an upgrade, if it is not to come through. @returns false if it is free to go on */
  stops(socket: Duplex, from: string): boolean {
    if (this.#treatment === "free" && !this.#isClosed) return false;
    if (this.#treatment === "swallowed" && this.#hasRoom) this.#hold(socket, from);
    else this.#refuse(socket, from);
    return true;
  }

  /** Lets go what has been held for long enough. The host calls it every second. */
  sweep(): void {
    const dueMs = this.#deps.nowMs() - holdForMs;
    for (const [socket, sinceMs] of this.#held) if (sinceMs <= dueMs) socket.destroy();
  }

  /** Lets everything go; what comes later is refused. */
  close(): void {
    this.#isClosed = true;
    this.#letAllGo();
  }

  get #hasRoom(): boolean {
    return !this.#isClosed && this.#held.size < this.#deps.mostHeld;
  }

  #refuse(socket: Duplex, from: string): void {
    this.#deps.stopped("refused", from);
    refuseUpgrade(socket, { status: 403, says: "WebSocket is blocked on this bench." });
  }

  /** Never answered. What the client sends is read and thrown away, so that its end is noticed. */
  #hold(socket: Duplex, from: string): void {
    this.#held.set(socket, this.#deps.nowMs());
    this.#deps.stopped("swallowed", from);
    socket.on("error", () => socket.destroy());
    socket.on("end", () => socket.destroy());
    socket.on("close", () => this.#forget(socket, from));
    socket.resume();
  }

  #forget(socket: Duplex, from: string): void {
    this.#held.delete(socket);
    if (!this.#isClosed) this.#deps.stopped("let-go", from);
  }

  #letAllGo(): void {
    for (const socket of this.#held.keys()) socket.destroy();
  }
}
