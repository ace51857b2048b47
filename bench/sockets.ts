import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Comparison, Pair } from "./comparison.ts";
import { type Delivery, deliveryOf, timeEmits } from "./emit-delivered.ts";
import type { Plan } from "./plan.ts";
import { type ServerProcess, startServer } from "./server-process.ts";
import type { ToWorkers } from "./socket-workers.ts";
import type { Row } from "./table.ts";
import { emitTrio, type Trio } from "./trio.ts";

/** Head of the rows of this part, which compares one host while others work and while they rest. */
export const socketsHead: Row = ["", "busy", "idle", "unit", "busy / idle", "spread", "target"];

/** Turns are long, so that each bench has its run in one: five seconds of emits. */
const turns = 3;
const emitsPerTurn = 400;
const pauseMs = 10;
/** Turns that only warm up, and are left out. */
const warmTurns = 1;

interface Round {
  times: Delivery;
  stallMs: number;
}
type Rounds = Record<"busy" | "idle", Round>;

/** Measures (f): what fifty benches with sockets at work cost a bench that has none. */
export async function measureSockets(
  plan: Plan,
  roundDone: (round: number) => void,
): Promise<Comparison[]> {
  const rounds: Rounds[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    rounds.push(await socketsRound(round));
    roundDone(round);
  }
  const pairs = (figure: (round: Round) => number): Pair[] =>
    rounds.map(({ busy, idle }) => ({ host: figure(busy), bare: figure(idle) }));
  return [
    { name: "(f) emit to delivered, p50", unit: "ms", rounds: pairs(({ times }) => times.p50Ms) },
    {
      name: "(f) emit to delivered, p99",
      unit: "ms",
      rounds: pairs(({ times }) => times.p99Ms),
      target: { atMost: 1.2 },
    },
    { name: "(f) longest stall of the host", unit: "ms", rounds: pairs(({ stallMs }) => stallMs) },
  ];
}

async function socketsRound(round: number): Promise<Rounds> {
  const server = await startServer("host");
  const workers = await startWorkers(server.url);
  try {
    const trio = await emitTrio(server);
    const times = { busy: [] as number[], idle: [] as number[] };
    const stalls = { busy: 0, idle: 0 };
    for (let turn = 0; turn < warmTurns + turns; turn += 1) {
      const order =
        (round + turn) % 2 === 0 ? (["busy", "idle"] as const) : (["idle", "busy"] as const);
      for (const kind of order) {
        const found = await measureTurn(server, trio, kind === "busy" ? workers : undefined);
        if (turn < warmTurns) continue;
        times[kind].push(...found.times);
        stalls[kind] = Math.max(stalls[kind], found.stallMs);
      }
    }
    trio.close();
    return {
      busy: { times: deliveryOf(times.busy), stallMs: stalls.busy },
      idle: { times: deliveryOf(times.idle), stallMs: stalls.idle },
    };
  } finally {
    await workers.stop();
    await server.stop();
  }
}

/** Emits are timed while the workers run again and again; all of their runs end before it does. */
async function measureTurn(
  server: ServerProcess,
  trio: Trio,
  workers: Workers | undefined,
): Promise<{ times: number[]; stallMs: number }> {
  await workers?.tell({ work: true });
  await server.longestStallMs();
  const times = await timeEmits(trio, { count: emitsPerTurn, pauseMs });
  const stallMs = await server.longestStallMs();
  await workers?.tell({ rest: true });
  return { times, stallMs };
}

interface Workers {
  tell(message: ToWorkers): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the benches from a process of their own, so that reading them delays no measurement. */
async function startWorkers(url: string): Promise<Workers> {
  const child = fork(join(import.meta.dirname, "socket-workers.ts"));
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`The benches with sockets ended by themselves (${code})`);
  });
  failed.catch(() => undefined);
  const tell = async (message: ToWorkers): Promise<void> => {
    child.send(message);
    await Promise.race([once(child, "message"), failed]);
  };
  await tell({ open: url });
  return {
    tell,
    async stop() {
      child.disconnect();
      await failed.catch(() => undefined);
    },
  };
}
