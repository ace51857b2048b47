import { readFile } from "node:fs/promises";
import type { KernelTcpSocket, KernelUdpSocket } from "../../kernel-socket.ts";
import { tcpRows, udpRows } from "./kernel-table.ts";

/** What the kernel says of the TCP sockets of one address, and when it was read. */
export interface TcpView {
  atMs: number;
  tcp: KernelTcpSocket[];
}

/** What the kernel says of the UDP sockets of one address, and when it was read. */
export interface UdpView {
  atMs: number;
  udp: KernelUdpSocket[];
}

/** What reading the tables needs. */
export interface KernelTablesDeps {
  nowMs: () => number;
  /** Reads a file as text; rejects where there is none. */
  read?: (path: string) => Promise<string>;
}

interface Table {
  atMs: number;
  text: string;
}

const readAgainAfterMs = 100;

/**
 * Reads each of the kernel's tables of sockets once for all benches, ten times a second at most. A
 * bench sees its own address only. They are apart since one of TCP sockets takes long to read: the
 * kernel walks through all places where a connection could be, some milliseconds on a large machine.
 */
export class KernelTables {
  readonly #tcp: KernelTable;
  readonly #udp: KernelTable;

  constructor({ nowMs, read = (path) => readFile(path, "latin1") }: KernelTablesDeps) {
    this.#tcp = new KernelTable("/proc/net/tcp", { nowMs, read });
    this.#udp = new KernelTable("/proc/net/udp", { nowMs, read });
  }

  /** @returns what the kernel says of this address; `undefined` where it has no such table */
  async tcpOf(address: string): Promise<TcpView | undefined> {
    const table = await this.#tcp.now();
    return table && { atMs: table.atMs, tcp: tcpRows(table.text, address) };
  }

  /** @returns what the kernel says of this address; `undefined` where it has no such table */
  async udpOf(address: string): Promise<UdpView | undefined> {
    const table = await this.#udp.now();
    return table && { atMs: table.atMs, udp: udpRows(table.text, address) };
  }
}

/** One table, read again when the last reading is too old. */
class KernelTable {
  readonly #path: string;
  readonly #deps: Required<KernelTablesDeps>;
  #reading: Promise<Table | undefined> | undefined;
  #startedMs = Number.NEGATIVE_INFINITY;

  constructor(path: string, deps: Required<KernelTablesDeps>) {
    this.#path = path;
    this.#deps = deps;
  }

  /** What a caller gets was read after the call, or not longer ago than the pause between reads. */
  now(): Promise<Table | undefined> {
    const { nowMs } = this.#deps;
    const isFresh = nowMs() - this.#startedMs < readAgainAfterMs;
    if (this.#reading && isFresh) return this.#reading;
    this.#startedMs = nowMs();
    this.#reading = this.#read();
    return this.#reading;
  }

  async #read(): Promise<Table | undefined> {
    try {
      const text = await this.#deps.read(this.#path);
      return { atMs: this.#deps.nowMs(), text };
    } catch {
      return undefined;
    }
  }
}
