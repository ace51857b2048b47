/** 127.16.0.0/12: on Linux every one of these addresses is this machine. */
const network = (127 << 24) | (16 << 16);
const networkSize = 2 ** 20;

/** How addresses are handed out. */
export interface LoopbackOptions {
  /** Says where to begin, in [0, 1): two hosts on one machine then rarely meet. */
  random?: () => number;
  /** Whether this system answers on all of 127.0.0.0/8, as Linux does, or on 127.0.0.1 only. */
  hasMany?: boolean;
  /** Addresses of the network that are used, its own included. */
  size?: number;
}

/**
 * Hands out loopback addresses, one for each bench that has sockets of its own, so that the
 * kernel's tables can be told apart by address. Where there is only one, every bench gets that.
 */
export class LoopbackAddresses {
  readonly #taken = new Set<number>();
  readonly #hasMany: boolean;
  readonly #size: number;
  #last: number;

  constructor({ random = Math.random, hasMany, size = networkSize }: LoopbackOptions = {}) {
    this.#hasMany = hasMany ?? process.platform === "linux";
    this.#size = size;
    this.#last = Math.floor(random() * size);
  }

  /** @returns an address that nobody else has, as a dotted quad; throws when all are taken */
  take(): string {
    if (!this.#hasMany) return "127.0.0.1";
    if (this.#taken.size >= this.#size - 1) throw new Error("loopback addresses = none left");
    do this.#last = (this.#last + 1) % this.#size;
    while (this.#last === 0 || this.#taken.has(this.#last));
    this.#taken.add(this.#last);
    return dotted(network + this.#last);
  }

  /** Takes an address back. */
  give(address: string): void {
    this.#taken.delete(numberOf(address) - network);
  }
}

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");

const numberOf = (address: string): number =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
