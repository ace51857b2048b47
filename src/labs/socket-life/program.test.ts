import { readdir, readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { Programs, type RunningProgram } from "#lab-kit/server/net/programs.ts";
import { until } from "#server/testing/until.ts";
import type { Step } from "./model.ts";
import { scripts } from "./scenarios.ts";
import type { Said } from "./told.ts";

const programs = new Programs();
afterAll(() => programs.close());

/** The program in its thread, with what it has said so far. */
function openProgram(address: string): { running: RunningProgram; said: Said[] } {
  const said: Said[] = [];
  const running = programs.open({
    module: new URL("./program.ts", import.meta.url),
    address: process.platform === "linux" ? address : "127.0.0.1",
    mostSockets: 24,
    benchNowMs: 0,
    heard: (message) => said.push(message as Said),
    failed: (reason) => {
      throw new Error(reason);
    },
  });
  return { running, said };
}

async function makeAll(steps: readonly Step[], address: string): Promise<Said[]> {
  const { running, said } = openProgram(address);
  for (const [order, step] of steps.entries()) {
    running.tell({ mayWait: false, text: "hello", backlog: 8, ...step, order });
    await until(() => said.some((one) => "order" in one && one.order === order));
  }
  await running.close();
  return said;
}

/** Open files of this process and of the one that accepts for it. */
async function openFiles(): Promise<number> {
  const tasks = await readdir("/proc/self/task");
  const children = await Promise.all(
    tasks.map((task) => readFile(`/proc/self/task/${task}/children`, "utf8").catch(() => "")),
  );
  const pids = ["self", ...children.join(" ").split(/\s+/).filter(Boolean)];
  const lists = await Promise.all(pids.map((pid) => readdir(`/proc/${pid}/fd`).catch(() => [])));
  return lists.flat().length;
}

const calls = (said: readonly Said[]): string[] =>
  said.flatMap((one) => ("called" in one ? [`${one.called.socket} ${one.called.call}`] : []));

test("one recv takes what one read of the kernel gives, and then the end", async () => {
  const said = await makeAll(scripts["half-close"], "127.31.9.1");
  const sizes = said.flatMap((one) =>
    "called" in one && one.called.call === "recv" ? [one.called.sizeBytes] : [],
  );
  expect(sizes).toEqual([5, 0, 5]);
});

test.runIf(process.platform === "linux")(
  "fifty runs that open and close connections leave no file open",
  { timeout: 60_000 },
  async () => {
    const once = () => makeAll(scripts["listen-connect"], "127.31.9.2");
    const first = calls(await once());
    expect(first).toContain("S1 recv");
    const before = await openFiles();
    for (let times = 0; times < 50; times += 1) expect(calls(await once())).toEqual(first);
    await until(async () => (await openFiles()) <= before);
  },
);
