import { alternate, type Both, withServers } from "./alternate.ts";
import { broadcastRate } from "./broadcast-rate.ts";
import type { Comparison } from "./comparison.ts";
import { deliveryOf, timeEmits } from "./emit-delivered.ts";
import type { Plan } from "./plan.ts";
import type { ServerProcess } from "./server-process.ts";
import { median } from "./statistics.ts";
import { broadcastTrio, emitTrio, type Trio } from "./trio.ts";

interface Speed {
  p50Ms: number;
  p99Ms: number;
  broadcastsPerS: number;
}

/** Measures (a) and (b) in rounds of fresh servers that take turns. */
export async function measureSpeed(
  plan: Plan,
  roundDone: (round: number) => void,
): Promise<Comparison[]> {
  const rounds: Both<Speed>[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    rounds.push(await withServers((servers) => speedRound(servers, plan, round)));
    roundDone(round);
  }
  const pairs = (figure: keyof Speed) =>
    rounds.map(({ host, bare }) => ({ host: host[figure], bare: bare[figure] }));
  return [
    { name: "(a) emit to delivered, p50", unit: "ms", rounds: pairs("p50Ms"), target: atMost },
    { name: "(a) emit to delivered, p99", unit: "ms", rounds: pairs("p99Ms") },
    { name: "(b) broadcasts", unit: "1/s", rounds: pairs("broadcastsPerS"), target: atLeast },
  ];
}

const atMost = { atMost: 1.1 };
const atLeast = { atLeast: 0.9 };

async function speedRound(
  servers: Both<ServerProcess>,
  plan: Plan,
  round: number,
): Promise<Both<Speed>> {
  const delivery = await emitTurns(servers, plan, round);
  const rates = await broadcastTurns(servers, plan, round);
  const speedOf = (kind: keyof Both<unknown>): Speed => ({
    ...deliveryOf(delivery[kind]),
    broadcastsPerS: median(rates[kind]),
  });
  return { host: speedOf("host"), bare: speedOf("bare") };
}

async function emitTurns(servers: Both<ServerProcess>, plan: Plan, round: number) {
  const emits = { count: plan.emitsPerTurn, pauseMs: plan.pauseMs };
  const measure = (trio: Trio) => timeEmits(trio, emits);
  const trios = await openTrios(servers, emitTrio);
  await alternate(round, (kind) => warmUp(trios[kind], plan));
  const turns = await takeTurns(trios, { ...plan, round }, measure);
  return { host: turns.host.flat(), bare: turns.bare.flat() };
}

async function broadcastTurns(servers: Both<ServerProcess>, plan: Plan, round: number) {
  const measure = (trio: Trio) => broadcastRate(trio, plan.broadcastsPerTurn);
  return takeTurns(await openTrios(servers, broadcastTrio), { ...plan, round }, measure);
}

async function openTrios(
  servers: Both<ServerProcess>,
  open: (server: ServerProcess) => Promise<Trio>,
): Promise<Both<Trio>> {
  return { host: await open(servers.host), bare: await open(servers.bare) };
}

/**
 * Emits without pauses until V8 has compiled what each of them runs through, as in a server that has
 * been up for a while. It takes a function seriously after some thousand calls.
 */
async function warmUp(trio: Trio, { emitsPerTurn, warmEmits }: Plan): Promise<void> {
  for (let emitted = 0; emitted < warmEmits; emitted += emitsPerTurn)
    await timeEmits(trio, { count: emitsPerTurn, pauseMs: 0 });
}

/** Turns that only warm up, and are left out. */
const warmTurns = 3;

/** Measures each several times, alternating. */
async function takeTurns<Value>(
  trios: Both<Trio>,
  { turns, round }: { turns: number; round: number },
  measure: (trio: Trio) => Promise<Value>,
): Promise<Both<Value[]>> {
  const found: Both<Value[]> = { host: [], bare: [] };
  for (let turn = 0; turn < warmTurns + turns; turn += 1) {
    const { host, bare } = await alternate(round + turn, (kind) => measure(trios[kind]));
    if (turn < warmTurns) continue;
    found.host.push(host);
    found.bare.push(bare);
  }
  trios.host.close();
  trios.bare.close();
  return found;
}
