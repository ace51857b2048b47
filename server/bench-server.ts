import type { Server as Engine } from "engine.io";
import type { Server } from "socket.io";
import {
  type BenchIo,
  type BenchIoBounds,
  type BenchIoOptions,
  openBenchIo,
} from "#lab-kit/server/bench-io.ts";
import { NodeGroup } from "./node-group.ts";

/** The Socket.IO server of one bench, or several nodes in its place. They can be replaced by fresh ones. */
export class BenchServer {
  readonly #options: BenchIoOptions;
  readonly #bounds: BenchIoBounds;
  // Made anew with each: an array that is pushed to has seventeen places, and most have one entry.
  #preparers: ((io: Server) => void)[] = [];
  #engineTakers: ((engine: Engine) => void)[] = [];
  #current: BenchIo | NodeGroup;
  #isRestarting = false;
  #isClosed = false;

  constructor(options: BenchIoOptions, bounds: BenchIoBounds) {
    this.#options = options;
    this.#bounds = bounds;
    this.#current = this.#open(options);
  }

  /** Its only server, or the first node. */
  get io(): Server {
    return this.#first.io;
  }

  get engine(): Engine {
    return this.#first.engine;
  }

  /** Its nodes and their load balancer, if it has several. */
  get nodes(): NodeGroup | undefined {
    return this.#current instanceof NodeGroup ? this.#current : undefined;
  }

  /** Its only server, or all nodes. */
  get all(): readonly BenchIo[] {
    return this.#current instanceof NodeGroup ? this.#current.all : [this.#current];
  }

  /** Sessions that are open, on all nodes. */
  get sessionCount(): number {
    const { nodes } = this;
    if (!nodes) return this.engine.clientsCount;
    return nodes.all.reduce((sum, { engine }) => sum + engine.clientsCount, 0);
  }

  /** This engine, or the one in its place, once a restart has replaced it. */
  currentOf(engine: Engine): Engine {
    return this.nodes?.all.some((node) => node.engine === engine) ? engine : this.engine;
  }

  /** Prepares each Socket.IO server: those of now, and those that a restart brings. */
  onServer(prepare: (io: Server) => void): void {
    this.#preparers = this.#preparers.concat(prepare);
    for (const { io } of this.all) prepare(io);
  }

  /** Hands over each engine: those of now, and those that a restart brings. */
  onEngine(take: (engine: Engine) => void): void {
    this.#engineTakers = this.#engineTakers.concat(take);
    for (const { engine } of this.all) take(engine);
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
    this.#current = this.#open({ ...this.#options, ...options });
    try {
      for (const { engine } of this.all) for (const take of this.#engineTakers) take(engine);
      for (const { io } of this.all) for (const prepare of this.#preparers) prepare(io);
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

  get #first(): BenchIo {
    return this.#current instanceof NodeGroup ? this.#current.first : this.#current;
  }

  #open(options: BenchIoOptions): BenchIo | NodeGroup {
    const { nodes } = options;
    return nodes ? new NodeGroup(options, this.#bounds, nodes) : openBenchIo(options, this.#bounds);
  }
}
