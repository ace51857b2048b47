import { setTimeout as wait } from "node:timers/promises";
import type { Socket } from "socket.io-client";
import type { Observation } from "#lab-kit/observation.ts";
import { presets as datagrams } from "#labs/datagrams/presets.ts";
import { presets as stream } from "#labs/stream/presets.ts";
import type { Comparison, Pair } from "./comparison.ts";
import { command, openBench } from "./connections.ts";
import { type Delivery, deliveryOf, timeEmits } from "./emit-delivered.ts";
import type { Plan } from "./plan.ts";
import { type ServerProcess, startServer } from "./server-process.ts";
import type { Row } from "./table.ts";
import { emitTrio, type Trio } from "./trio.ts";

/** Head of the rows of this part, which compares one host while others work and while they rest. */
export const socketsHead: Row = ["", "busy", "idle", "unit", "busy / idle", "spread", "target"];

/** What the benches with real sockets do, each in its turn: the heaviest runs of their labs. */
const works = [
  { lab: "stream", name: "transfer", payload: stream["stopped-reader"].settings },
  { lab: "datagrams", name: "sendLoad", payload: datagrams.burst.settings },
] as const;

const benchCount = 50;
/** From the end of one run of a bench to its next, as a quick reader presses Run. */
const runEveryMs = 5000;
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
  try {
    const trio = await emitTrio(server);
    const workers = await openWorkers(server.url);
    const times = { busy: [] as number[], idle: [] as number[] };
    const stalls = { busy: 0, idle: 0 };
    for (let turn = 0; turn < warmTurns + turns; turn += 1) {
      const order =
        (round + turn) % 2 === 0 ? (["busy", "idle"] as const) : (["idle", "busy"] as const);
      for (const kind of order) {
        const found = await measureTurn(server, trio, kind === "busy" ? workers : []);
        if (turn < warmTurns) continue;
        times[kind].push(...found.times);
        stalls[kind] = Math.max(stalls[kind], found.stallMs);
      }
    }
    trio.close();
    for (const { control } of workers) control.disconnect();
    return {
      busy: { times: deliveryOf(times.busy), stallMs: stalls.busy },
      idle: { times: deliveryOf(times.idle), stallMs: stalls.idle },
    };
  } finally {
    await server.stop();
  }
}

interface Worker {
  control: Socket;
  work: (typeof works)[number];
}

async function openWorkers(url: string): Promise<Worker[]> {
  const workers: Worker[] = [];
  for (let number = 0; number < benchCount; number += 1) {
    const work = works[number % works.length] ?? works[0];
    workers.push({ work, control: (await openBench(url, work.lab)).control });
  }
  return workers;
}

/** Emits are timed while the workers run again and again; all of their runs end before it does. */
async function measureTurn(
  server: ServerProcess,
  trio: Trio,
  workers: readonly Worker[],
): Promise<{ times: number[]; stallMs: number }> {
  const turn = new AbortController();
  const working = workers.map((worker, number) =>
    keepRunning(worker, (number * runEveryMs) / workers.length, turn.signal),
  );
  await server.longestStallMs();
  const times = await timeEmits(trio, { count: emitsPerTurn, pauseMs });
  const stallMs = await server.longestStallMs();
  turn.abort();
  await Promise.all(working);
  return { times, stallMs };
}

/** One run after another, until the turn is over. */
async function keepRunning(worker: Worker, firstMs: number, turn: AbortSignal): Promise<void> {
  for (let pause = firstMs; !turn.aborted; pause = runEveryMs) {
    await wait(pause, undefined, { signal: turn }).catch(() => undefined);
    if (!turn.aborted) await runOnce(worker);
  }
}

const longestRunMs = 20_000;

async function runOnce({ control, work: { name, payload } }: Worker): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name}: no end within 20 s`)), longestRunMs);
    const look = (batch: Observation[]): void => {
      if (!batch.some(({ what }) => what === "returned")) return;
      clearTimeout(timer);
      control.off("observed", look);
      resolve();
    };
    control.on("observed", look);
  });
  await command(control, name, payload);
  await ended;
}
