import type { Socket as EngineSocket } from "engine.io";
import type { Limits } from "./limits.ts";

/** Counts Engine.IO sessions, subjects' and control channels alike, by client address. */
export class Sessions {
  readonly #byAddress = new Map<string, number>();
  readonly #limits: Pick<Limits, "connections" | "connectionsPerAddress">;
  #count = 0;

  constructor(limits: Pick<Limits, "connections" | "connectionsPerAddress">) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#count;
  }

  /** Whether this address may open one more session. */
  admits(address: string): boolean {
    const { connections, connectionsPerAddress } = this.#limits;
    const own = this.#byAddress.get(address) ?? 0;
    return this.#count < connections && own < connectionsPerAddress;
  }

  /** Counts a session until it closes. */
  add(session: EngineSocket, address: string): void {
    this.#change(address, 1);
    session.once("close", () => this.#change(address, -1));
  }

  #change(address: string, by: 1 | -1): void {
    this.#count += by;
    const own = (this.#byAddress.get(address) ?? 0) + by;
    if (own > 0) this.#byAddress.set(address, own);
    else this.#byAddress.delete(address);
  }
}
