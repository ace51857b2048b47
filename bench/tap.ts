import type { Socket } from "socket.io-client";
import type { Observation } from "#lab-kit/observation.ts";
import type { Comparison, Pair } from "./comparison.ts";
import { type BenchClients, command, openBench } from "./connections.ts";
import { type Delivery, deliveryOf, timeEmits } from "./emit-delivered.ts";
import { heard } from "./heard.ts";
import type { Plan } from "./plan.ts";
import { startServer } from "./server-process.ts";
import type { Row } from "./table.ts";

/** Head of the rows of this part, which compares two benches of one host. */
export const tapHead: Row = ["", "tap on", "tap off", "unit", "on / off", "spread", "target"];

interface Benches {
  on: BenchClients;
  off: BenchClients;
}

/** Turns that only warm up, and are left out. */
const warmTurns = 3;
/** An emit comes in on one connection and goes out on three. */
const tappedPerEmit = 4;

/** Measures (e): what it costs a bench that its WebSockets are tapped, and its neighbour nothing. */
export async function measureTap(
  plan: Plan,
  roundDone: (round: number) => void,
): Promise<Comparison[]> {
  const rounds: { on: Delivery; off: Delivery }[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    rounds.push(await tapRound(plan, round));
    roundDone(round);
  }
  const pairs = (figure: keyof Delivery): Pair[] =>
    rounds.map(({ on, off }) => ({ host: on[figure], bare: off[figure] }));
  return [
    { name: "(e) emit to delivered, p50", unit: "ms", rounds: pairs("p50Ms"), target },
    { name: "(e) emit to delivered, p99", unit: "ms", rounds: pairs("p99Ms") },
  ];
}

const target = { atMost: 1.1 };

async function tapRound(plan: Plan, round: number): Promise<{ on: Delivery; off: Delivery }> {
  const server = await startServer("host");
  try {
    const benches = {
      on: await openTrio(server.url, true),
      off: await openTrio(server.url, false),
    };
    const times = { on: [] as number[], off: [] as number[] };
    for (let turn = 0; turn < warmTurns + plan.turns; turn += 1) {
      const order = (round + turn) % 2 === 0 ? (["on", "off"] as const) : (["off", "on"] as const);
      for (const kind of order) {
        const found = await emitTurn(benches, kind, plan);
        if (turn >= warmTurns) times[kind].push(...found);
      }
    }
    for (const { control, subjects } of [benches.on, benches.off]) closeAll([control, ...subjects]);
    return { on: deliveryOf(times.on), off: deliveryOf(times.off) };
  } finally {
    await server.stop();
  }
}

async function openTrio(url: string, isOn: boolean): Promise<BenchClients> {
  const clients = await openBench(url, "bench-tapped");
  await command(clients.control, "tap", { isOn });
  return clients;
}

/** Checks that what is to be tapped was tapped, all of it, and the neighbour not at all. */
async function emitTurn(benches: Benches, kind: keyof Benches, plan: Plan): Promise<number[]> {
  const { control, subjects } = benches[kind];
  // Gives the tap its whole budget again.
  await command(control, "tap", { isOn: kind === "on" });
  let tapped = 0;
  const count = (batch: Observation[]) => {
    tapped += batch.filter(({ what }) => what === "tapped").length;
  };
  control.on("observed", count);
  const emits = { count: plan.emitsPerTurn, pauseMs: plan.pauseMs };
  const observed = async (written: number): Promise<void> => {
    const expected = kind === "on" ? written * tappedPerEmit : 0;
    while (tapped < expected) await heard(control, "observed");
    if (tapped !== expected) throw new Error(`tapped: ${tapped} instead of ${expected}`);
  };
  const times = await timeEmits({ clients: subjects, observed, ...notUsed }, emits);
  control.off("observed", count);
  return times;
}

const notUsed = { broadcast: () => undefined, close: () => undefined };

function closeAll(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.disconnect();
}
