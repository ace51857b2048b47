import { readFile } from "node:fs/promises";
import type { KernelTcpSocket, KernelUdpSocket } from "../../kernel-socket.ts";
import { tcpRows, udpRows } from "./kernel-table.ts";

/** What the kernel says of the sockets of one address, and when it was read. */
export interface KernelView {
  atMs: number;
  tcp: KernelTcpSocket[];
  udp: KernelUdpSocket[];
}

/** What reading the tables needs. */
export interface KernelTablesDeps {
  nowMs: () => number;
  /** Reads a file as text; rejects where there is none. */
  read?: (path: string) => Promise<string>;
}

interface Tables {
  atMs: number;
  tcp: string;
  udp: string;
}

const readAgainAfterMs = 100;

/**
 * Reads the kernel's tables of sockets once for all benches, ten times a second at most. A bench
 * sees its own address only.
 */
export class KernelTables {
  readonly #nowMs: () => number;
  readonly #read: (path: string) => Promise<string>;
  #reading: Promise<Tables> | undefined;
  #startedMs = Number.NEGATIVE_INFINITY;

  constructor({ nowMs, read = (path) => readFile(path, "latin1") }: KernelTablesDeps) {
    this.#nowMs = nowMs;
    this.#read = read;
  }

  /** @returns what the kernel says of this address; `undefined` where it has no such tables */
  async viewOf(address: string): Promise<KernelView | undefined> {
    try {
      const { atMs, tcp, udp } = await this.#tables();
      return { atMs, tcp: tcpRows(tcp, address), udp: udpRows(udp, address) };
    } catch {
      return undefined;
    }
  }

  /** What a caller gets was read after the call, or not longer ago than the pause between reads. */
  #tables(): Promise<Tables> {
    const isFresh = this.#nowMs() - this.#startedMs < readAgainAfterMs;
    if (this.#reading && isFresh) return this.#reading;
    this.#startedMs = this.#nowMs();
    this.#reading = this.#readBoth();
    return this.#reading;
  }

  async #readBoth(): Promise<Tables> {
    const [tcp, udp] = await Promise.all(["/proc/net/tcp", "/proc/net/udp"].map(this.#read));
    return { atMs: this.#nowMs(), tcp: tcp ?? "", udp: udp ?? "" };
  }
}
