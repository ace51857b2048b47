import type { Server as Engine } from "engine.io";
import type { Server } from "socket.io";
import {
  type BenchIo,
  type BenchIoBounds,
  type BenchIoOptions,
  openBenchIo,
} from "#lab-kit/server/bench-io.ts";

/** The Socket.IO server of one bench, which can be replaced by a fresh one. */
export class BenchServer {
  readonly #options: BenchIoOptions;
  readonly #bounds: BenchIoBounds;
  // Made anew with each: an array that is pushed to has seventeen places, and most have one entry.
  #preparers: ((io: Server) => void)[] = [];
  #engineTakers: ((engine: Engine) => void)[] = [];
  #current: BenchIo;
  #isRestarting = false;
  #isClosed = false;

  constructor(options: BenchIoOptions, bounds: BenchIoBounds) {
    this.#options = options;
    this.#bounds = bounds;
    this.#current = openBenchIo(options, bounds);
  }

  get io(): Server {
    return this.#current.io;
  }

  get engine(): Engine {
    return this.#current.engine;
  }

  /** Prepares the Socket.IO server: this one now, and each that a restart brings. */
  onServer(prepare: (io: Server) => void): void {
    this.#preparers = this.#preparers.concat(prepare);
    prepare(this.io);
  }

  /** Hands over the engine: this one now, and each that a restart brings. */
  onEngine(take: (engine: Engine) => void): void {
    this.#engineTakers = this.#engineTakers.concat(take);
    take(this.engine);
  }

  /**
   * Who connects meanwhile meets the new server: the old one is replaced before it is closed.
   *
   * @param options over those that the lab has
   * @returns false while another restart is underway, and once it is closed
   */
  async restart(options: BenchIoOptions): Promise<boolean> {
    if (this.#isRestarting || this.#isClosed) return false;
    this.#isRestarting = true;
    const old = this.#current;
    this.#current = openBenchIo({ ...this.#options, ...options }, this.#bounds);
    try {
      for (const take of this.#engineTakers) take(this.engine);
      for (const prepare of this.#preparers) prepare(this.io);
    } finally {
      await old.close();
      this.#isRestarting = false;
    }
    return true;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#current.close();
  }
}
