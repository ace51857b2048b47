import type { Socket } from "socket.io";
import type { EndReason } from "#lab-kit/end-reasons.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { answersPing } from "./answers-ping.ts";
import { farewell } from "./farewell.ts";
import { newKey } from "./key.ts";

const answerWithinMs = 1500;

/** The link by which one second device joins a bench. Closed until the owner opens it. */
export class GuestLink {
  #isOpen = false;
  #seat = newKey();
  #guest: Socket | undefined;
  #shared: object = {};
  readonly #most: number;
  readonly #countChanged: (count: number) => void;

  /** @param most guests at once, 0 or 1 */
  constructor(most: number, countChanged: (count: number) => void) {
    this.#most = most;
    this.#countChanged = countChanged;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get seat(): string {
    return this.#seat;
  }

  get shared(): object {
    return this.#shared;
  }

  get count(): number {
    return this.#guest ? 1 : 0;
  }

  /** The guest's control channel. */
  get guest(): Socket | undefined {
    return this.#guest;
  }

  /** Whether the guest's client may connect with this seat. */
  holds(seat: string): boolean {
    return this.#guest !== undefined && seat === this.#seat;
  }

  /** Whether a guest may come now. A link that is not open tells no more than an ended bench. */
  admits(): "welcome" | "gone" | "too-many" {
    if (!this.#isOpen) return "gone";
    return this.count >= this.#most ? "too-many" : "welcome";
  }

  /** Makes room if the guest that is here does not answer: its device may have lost its network. */
  async dropSilentGuest(): Promise<void> {
    const guest = this.#guest;
    if (!guest || (await answersPing(guest, answerWithinMs))) return;
    guest.conn.close(true);
  }

  open(): void {
    this.#isOpen = true;
  }

  /** Ends the link, sends the guest away and makes its seat worthless. */
  end(reason: EndReason): void {
    this.#isOpen = false;
    this.#seat = newKey();
    if (this.#guest) farewell(this.#guest, reason);
  }

  attach(guest: Socket): void {
    this.#guest = guest;
    this.#countChanged(1);
    guest.on("disconnect", () => {
      if (this.#guest !== guest) return;
      this.#guest = undefined;
      this.#countChanged(0);
    });
  }

  /** Passes on what the server saw of the guest's own client. */
  observed(batch: readonly Observation[]): void {
    if (batch.length > 0) this.#guest?.emit("observed", batch);
  }

  /** Tells the guest's page what it may know; kept for one who joins later. */
  share(state: object): void {
    this.#shared = state;
    this.#guest?.emit("shared", state);
  }
}
