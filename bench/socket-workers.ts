/** A process that plays the pages of fifty benches with sockets: it runs their labs on demand. */
import { execFileSync } from "node:child_process";
import { setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Socket } from "socket.io-client";
import type { Observation } from "#lab-kit/observation.ts";
import { presets as datagrams } from "#labs/datagrams/presets.ts";
import { presets as stream } from "#labs/stream/presets.ts";
import { command, openBench } from "./connections.ts";

/** What the measuring process says: open the benches, let them work, let them rest. */
export type ToWorkers = { open: string } | { work: true } | { rest: true };
/** Said when it is done: they are open, at work, or all of their runs have ended. */
export type FromWorkers = "done";

/** What the benches do, each in its turn: the heaviest runs of their labs. */
const works = [
  { lab: "stream", name: "transfer", payload: stream["stopped-reader"].settings },
  { lab: "datagrams", name: "sendLoad", payload: datagrams.burst.settings },
] as const;

const benchCount = 50;
/** From the end of one run of a bench to its next, as a quick reader presses Run. */
const runEveryMs = 5000;
const longestRunMs = 20_000;

interface Worker {
  control: Socket;
  work: (typeof works)[number];
}

const workers: Worker[] = [];
let turn = new AbortController();
let working: Promise<void>[] = [];

stepAside();
process.on("disconnect", () => process.exit(0));
process.on("message", (message: ToWorkers) => {
  void take(message).then(() => process.send?.("done" satisfies FromWorkers));
});

/**
 * Readers' pages run on machines of their own; here they must not take the host's cores from it. On
 * Linux not even the lowest priority is enough: whoever runs keeps its core until its slice is over.
 */
function stepAside(): void {
  setPriority(19);
  if (process.platform !== "linux") return;
  execFileSync("chrt", ["--all-tasks", "--idle", "--pid", "0", String(process.pid)]);
}

async function take(message: ToWorkers): Promise<void> {
  if ("open" in message) await open(message.open);
  else if ("work" in message) work();
  else await rest();
}

async function open(url: string): Promise<void> {
  for (let number = 0; number < benchCount; number += 1) {
    const work = works[number % works.length] ?? works[0];
    workers.push({ work, control: (await openBench(url, work.lab)).control });
  }
}

function work(): void {
  turn = new AbortController();
  working = workers.map((worker, number) =>
    keepRunning(worker, (number * runEveryMs) / workers.length, turn.signal),
  );
}

async function rest(): Promise<void> {
  turn.abort();
  await Promise.all(working);
}

/** One run after another, until the turn is over. */
async function keepRunning(worker: Worker, firstMs: number, signal: AbortSignal): Promise<void> {
  for (let pause = firstMs; !signal.aborted; pause = runEveryMs) {
    await wait(pause, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await runOnce(worker);
  }
}

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
