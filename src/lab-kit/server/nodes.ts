import type { Server } from "socket.io";
import {
  type BenchIo,
  type BenchIoBounds,
  type BenchIoOptions,
  mostNodes,
  type NodesOptions,
  openBenchIo,
} from "./bench-io.ts";
import { clusterAdapter } from "./cluster-adapter.ts";

const numbers = new WeakMap<Server, number>();

/** Number of a server among the nodes of its bench, from 1; `undefined` where it is the only one. */
export const nodeOf = (io: Server): number | undefined => numbers.get(io);

/**
 * Opens the servers of one bench that has several, node 1 first.
 *
 * @throws RangeError if there are to be fewer than 2 or more than `mostNodes`
 */
export function openNodes(
  { nodes: _, ...options }: BenchIoOptions,
  bounds: BenchIoBounds,
  { count, isClustered = false }: NodesOptions,
): readonly BenchIo[] {
  if (!(Number.isInteger(count) && count >= 2 && count <= mostNodes))
    throw new RangeError(`nodes.count = ${count}, must be a whole number from 2 to ${mostNodes}`);
  const adapter = isClustered ? clusterAdapter() : undefined;
  return Array.from({ length: count }, (_, index) => {
    const node = openBenchIo(options, bounds, adapter);
    numbers.set(node.io, index + 1);
    return node;
  });
}
