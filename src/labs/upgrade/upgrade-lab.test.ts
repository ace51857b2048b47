import { afterAll, beforeAll, expect, test } from "vitest";
import { leaseBudget } from "#lab-kit/lease-table.ts";
import type { Leases } from "#lab-kit/leases.ts";
import type { Run } from "#lab-kit/recording.ts";
import { withoutPage } from "#lab-kit/testing/run-lab.ts";
import { lonelyLeases } from "#lab-kit/testing/session-rig.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { answers } from "./answers.ts";
import { type PresetId, presets } from "./presets.ts";
import { runFacts } from "./run-facts.ts";
import { UpgradeLab } from "./upgrade-lab.ts";

let host: TestHost;
beforeAll(async () => {
  host = await TestHost.start();
});
afterAll(() => host[Symbol.asyncDispose]());

class OpenLab implements Disposable {
  readonly ended: Run[] = [];
  readonly lab: UpgradeLab;

  constructor(preset: PresetId, leases: Leases = lonelyLeases()) {
    this.lab = new UpgradeLab({
      ...withoutPage(host.url, (run) => void this.ended.push(run)),
      start: { preset, settings: presets[preset].settings },
      leases,
    });
  }

  async runs(count: number): Promise<void> {
    await until(() => this.ended.length === count);
  }

  [Symbol.dispose](): void {
    this.lab.close();
  }
}

test("Ann waits, and says so, while other tabs hold the browser's connections", async () => {
  const leases = lonelyLeases();
  using open = new OpenLab("polling-only", leases);
  await open.lab.connect();
  await open.runs(1);
  const held = new Set<() => void>();
  for (let tab = 0; tab < leaseBudget; tab += 1) {
    const giveBack = leases.ask("control", (isHeld) => isHeld && held.add(giveBack));
  }
  await until(() => held.size === leaseBudget);
  await open.lab.connect();
  await until(() => open.lab.bench.problem.value !== undefined);
  expect(open.lab.bench.problem.value?.says).toContain("Ann waits for one");
  expect(open.ended).toHaveLength(1);
  for (const giveBack of held) giveBack();
  await open.runs(2);
  expect(open.lab.bench.problem.value).toBeUndefined();
  expect(answers.endsOn(open.ended[1] ?? { observations: [] })).toEqual(["polling"]);
});

test("pressing twice makes one run", async () => {
  using open = new OpenLab("websocket-only");
  await Promise.all([open.lab.connect(), open.lab.connect()]);
  await open.runs(1);
  const { exchanges } = runFacts(open.ended[0]?.observations ?? []);
  expect(exchanges).toHaveLength(1);
});

test("a run that was taken back leaves nothing in the next one", async () => {
  using open = new OpenLab("heartbeat");
  await open.lab.connect();
  await until(() => open.lab.bench.run.value?.observations.length !== 0);
  open.lab.reset();
  expect(open.lab.bench.run.value).toBeUndefined();
  open.lab.change({ sequel: "nothing", transports: "polling" });
  await open.lab.connect();
  await open.runs(1);
  const { exchanges } = runFacts(open.ended[0]?.observations ?? []);
  expect(exchanges.map(({ transport }) => transport)).not.toContain("websocket");
  expect(exchanges[0]?.session).toBeUndefined();
});

test("runs follow each other at once, each with all that belongs to it", async () => {
  using open = new OpenLab("emit-on-polling");
  for (const count of [1, 2, 3]) {
    await open.lab.connect();
    await open.runs(count);
  }
  const sizes = open.ended.map(({ observations }) => runFacts(observations).exchanges.length);
  expect(sizes).toEqual([6, 6, 6]);
});
