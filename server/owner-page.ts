import type { Socket } from "socket.io";
import type { EndReason } from "#lab-kit/end-reasons.ts";
import { farewell } from "./farewell.ts";

/** What becomes of a page is told to its bench. */
export interface OwnerPageDeps {
  nowMs: () => number;
  /** The page's last control channel is gone. */
  left: () => void;
}

/** The page that owns a bench, by its control channel. It may leave, and come back. */
export class OwnerPage {
  readonly #deps: OwnerPageDeps;
  #control: Socket | undefined;
  /** The page is away until its control channel is attached. */
  #awaySinceMs: number | undefined;

  constructor(deps: OwnerPageDeps) {
    this.#deps = deps;
    this.#awaySinceMs = deps.nowMs();
  }

  get control(): Socket | undefined {
    return this.#control;
  }

  /** Milliseconds since the page left, 0 while it is here. */
  get awayMs(): number {
    return this.#awaySinceMs === undefined ? 0 : this.#deps.nowMs() - this.#awaySinceMs;
  }

  /** An older page of the same owner is told that the bench has moved. */
  attach(control: Socket): void {
    const older = this.#control;
    this.#control = control;
    this.#awaySinceMs = undefined;
    if (older) farewell(older, "moved");
    control.on("disconnect", () => this.#gone(control));
  }

  notify(name: string, notice: unknown): void {
    this.#control?.emit(name, notice);
  }

  /** Sends the page away. */
  end(reason: EndReason): void {
    if (this.#control) farewell(this.#control, reason);
  }

  #gone(control: Socket): void {
    if (this.#control !== control) return;
    this.#control = undefined;
    this.#awaySinceMs = this.#deps.nowMs();
    this.#deps.left();
  }
}
