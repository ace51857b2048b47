import type { Limits } from "./limits.ts";

/** What is counted until it is over: an Engine.IO session, a WebSocket, a response. */
export type Session = { readonly readyState: string | number } | { readonly closed: boolean };

/**
 * Counts what clients keep open, subjects' and control channels' sessions alike, by address. It
 * looks who is over when somebody asks, and does not listen to each: a third listener to `close`
 * makes an array of twenty places for every session.
 */
export class Sessions {
  readonly #byAddress = new Map<string, Set<Session>>();
  readonly #limits: Pick<Limits, "connections" | "connectionsPerAddress">;
  /** Those that are over included. */
  #known = 0;

  constructor(limits: Pick<Limits, "connections" | "connectionsPerAddress">) {
    this.#limits = limits;
  }

  get count(): number {
    this.sweep();
    return this.#known;
  }

  /** Whether this address may open one more session. */
  admits(address: string): boolean {
    const { connections, connectionsPerAddress } = this.#limits;
    const own = this.#byAddress.get(address)?.size ?? 0;
    if (own >= connectionsPerAddress && this.#sweepOf(address) >= connectionsPerAddress)
      return false;
    return this.#known < connections || this.count < connections;
  }

  /** Counts a session until it is over. */
  add(session: Session, address: string): void {
    const own = this.#byAddress.get(address) ?? new Set();
    this.#byAddress.set(address, own.add(session));
    this.#known += 1;
  }

  /** Lets those go that are over. */
  sweep(): void {
    for (const address of this.#byAddress.keys()) this.#sweepOf(address);
  }

  /** @returns how many are left at this address */
  #sweepOf(address: string): number {
    const own = this.#byAddress.get(address);
    if (!own) return 0;
    for (const session of own) {
      if (isOver(session) && own.delete(session)) this.#known -= 1;
    }
    if (own.size === 0) this.#byAddress.delete(address);
    return own.size;
  }
}

/** The last `readyState` of `ws` is a number. */
const closedNumber = 3;

const isOver = (session: Session): boolean =>
  "closed" in session
    ? session.closed
    : session.readyState === "closed" || session.readyState === closedNumber;
