import type { EventEmitter } from "node:events";
import type { Limits } from "./limits.ts";

/** The sessions of one address. */
interface Share {
  address: string;
  sessions: number;
}

/** What is counted until it emits `close`: an Engine.IO session, a response, a WebSocket. */
export type Session = Pick<EventEmitter, "on">;

/** Counts what clients keep open, subjects' and control channels' sessions alike, by address. */
export class Sessions {
  readonly #byAddress = new Map<string, Share>();
  readonly #shareOf = new WeakMap<Session, Share>();
  readonly #limits: Pick<Limits, "connections" | "connectionsPerAddress">;
  /** One listener for all sessions: there are many, and each closure would cost memory. */
  readonly #onClose: (this: Session) => void;
  #count = 0;

  constructor(limits: Pick<Limits, "connections" | "connectionsPerAddress">) {
    this.#limits = limits;
    const remove = (session: Session) => this.#remove(session);
    this.#onClose = function () {
      remove(this);
    };
  }

  get count(): number {
    return this.#count;
  }

  /** Whether this address may open one more session. */
  admits(address: string): boolean {
    const { connections, connectionsPerAddress } = this.#limits;
    const own = this.#byAddress.get(address)?.sessions ?? 0;
    return this.#count < connections && own < connectionsPerAddress;
  }

  /** Counts a session until it closes. */
  add(session: Session, address: string): void {
    const share = this.#byAddress.get(address) ?? { address, sessions: 0 };
    share.sessions += 1;
    this.#count += 1;
    this.#byAddress.set(share.address, share);
    this.#shareOf.set(session, share);
    session.on("close", this.#onClose);
  }

  #remove(session: Session): void {
    const share = this.#shareOf.get(session);
    if (!share) return;
    this.#shareOf.delete(session);
    share.sessions -= 1;
    this.#count -= 1;
    if (share.sessions === 0) this.#byAddress.delete(share.address);
  }
}
