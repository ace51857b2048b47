import type {
  BenchIo,
  BenchIoBounds,
  BenchIoOptions,
  NodesOptions,
} from "#lab-kit/server/bench-io.ts";
import { openNodes } from "#lab-kit/server/nodes.ts";

/** One of the servers of a bench. */
export interface BenchNode extends BenchIo {
  /** From 1. */
  number: number;
}

/**
 * The servers of a bench that has several, and the load balancer before them. It chooses for each
 * request: in turn, or where a client's first request went.
 */
export class NodeGroup {
  readonly all: readonly BenchNode[];
  readonly #isSticky: boolean;
  /** Where each client belongs. As many as there are seats, since strangers are not asked about. */
  readonly #homes = new Map<string, BenchNode>();
  #turns = 0;

  constructor(options: BenchIoOptions, bounds: BenchIoBounds, nodes: NodesOptions) {
    const opened = openNodes(options, bounds, nodes);
    this.all = opened.map((node, index) => ({ ...node, number: index + 1 }));
    this.#isSticky = nodes.isSticky ?? false;
  }

  get first(): BenchNode {
    return this.#at(0);
  }

  /** The node that the next request of this subject goes to. */
  route(who: string): BenchNode {
    if (!this.#isSticky) return this.#next();
    const home = this.#homes.get(who) ?? this.#next();
    this.#homes.set(who, home);
    return home;
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((node) => node.close()));
  }

  #next(): BenchNode {
    this.#turns += 1;
    return this.#at((this.#turns - 1) % this.all.length);
  }

  #at(index: number): BenchNode {
    const node = this.all[index];
    if (!node) throw new RangeError(`node = ${index}, must be one of ${this.all.length}`);
    return node;
  }
}
