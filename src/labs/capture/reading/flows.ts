import type { PacketLook } from "#wire/packet-look.ts";

/** Flows that are known at once; behind them the oldest are begun anew. */
const maxFlows = 50_000;

/** Numbers what two ends send each other without a connection: datagrams, pings, ARP. */
export class Flows {
  readonly #numbers = new Map<string, number>();
  #count = 0;

  /** An odd number, the same for both directions; -1 for what has no addresses. */
  numberOf({ protocol, addressBytes }: PacketLook, [from, to]: readonly [string, string]): number {
    if (addressBytes === 0) return -1;
    const key = from < to ? `${protocol} ${from} ${to}` : `${protocol} ${to} ${from}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#numbers.size >= maxFlows) this.#numbers.clear();
    const number = this.#count++ * 2 + 1;
    this.#numbers.set(key, number);
    return number;
  }
}
