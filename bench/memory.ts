import { setTimeout as wait } from "node:timers/promises";
import type { Socket } from "socket.io-client";
import { alternate, type Both, withServers } from "./alternate.ts";
import type { Comparison } from "./comparison.ts";
import { connect, openBench } from "./connections.ts";
import type { Plan } from "./plan.ts";
import type { ServerProcess } from "./server-process.ts";
import type { Memory } from "./servers/answers.ts";
import { type Spread, spreadOf } from "./statistics.ts";

/** What idle connections and benches without any cost. */
export interface MemoryFigures {
  comparisons: Comparison[];
  /** KiB of one bench to which nobody is connected. */
  emptyBench: { heapKib: Spread; rssKib: Spread };
}

interface MemoryRound {
  connection: Both<Memory>;
  emptyBench: Memory;
}

const perBench = 4;
const warmBenches = 5;
const restMs = 300;
const atMost = { atMost: 1.15 };

/** Measures (c) in rounds of fresh servers. */
export async function measureMemory(
  plan: Plan,
  roundDone: (round: number) => void,
): Promise<MemoryFigures> {
  const rounds: MemoryRound[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    rounds.push(await withServers((servers) => memoryRound(servers, plan.benches, round)));
    roundDone(round);
  }
  const connections = (figure: keyof Memory) =>
    rounds.map(({ connection: { host, bare } }) => ({
      host: host[figure] / 1024,
      bare: bare[figure] / 1024,
    }));
  const benches = (figure: keyof Memory) =>
    spreadOf(rounds.map(({ emptyBench }) => emptyBench[figure] / 1024));
  const target = { unit: "KiB", target: atMost };
  return {
    comparisons: [
      { name: "(c) idle connection, heap", rounds: connections("heapBytes"), ...target },
      { name: "(c) idle connection, RSS", rounds: connections("rssBytes"), ...target },
    ],
    emptyBench: { heapKib: benches("heapBytes"), rssKib: benches("rssBytes") },
  };
}

async function memoryRound(
  servers: Both<ServerProcess>,
  benches: number,
  round: number,
): Promise<MemoryRound> {
  await servers.host.openBenches(warmBenches);
  const emptyBench = await costOf(servers.host, benches, () => servers.host.openBenches(benches));
  const connection = await alternate(round, (kind) => connectionCost(servers[kind], benches));
  return { connection, emptyBench };
}

/** Bytes of one of `benches` × 4 idle connections; on the host each fourth is a control channel. */
async function connectionCost(server: ServerProcess, benches: number): Promise<Memory> {
  const sockets = await openIdle(server, warmBenches);
  await wait(restMs);
  const cost = await costOf(server, benches * perBench, async () => {
    sockets.push(...(await openIdle(server, benches)));
    await wait(restMs);
  });
  for (const socket of sockets) socket.disconnect();
  await wait(restMs);
  return cost;
}

async function openIdle({ kind, url }: ServerProcess, benches: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let opened = 0; opened < benches; opened += 1) {
    if (kind === "host") {
      const { control, subjects } = await openBench(url, "emit");
      sockets.push(control, ...subjects);
    } else for (let seat = 0; seat < perBench; seat += 1) sockets.push(await connect(url));
  }
  return sockets;
}

async function costOf(
  server: ServerProcess,
  count: number,
  grow: () => Promise<void>,
): Promise<Memory> {
  const before = await server.memory();
  await grow();
  const after = await server.memory();
  return {
    heapBytes: (after.heapBytes - before.heapBytes) / count,
    rssBytes: (after.rssBytes - before.rssBytes) / count,
  };
}
