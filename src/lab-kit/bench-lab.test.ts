import { expect, it } from "vitest";
import type { emitContract } from "#labs/emit/contract.ts";
import { until } from "#server/testing/until.ts";
import { BenchLab } from "./bench-lab.ts";
import { endReasons } from "./end-reasons.ts";
import { commonFailures } from "./failures.ts";
import type { Leases } from "./leases.ts";
import { CabledHost, FakeStore, lonelyLeases } from "./testing/session-rig.ts";

type Lab = BenchLab<typeof emitContract, Record<string, never>>;

const openLab = (url: string, leases: Leases = lonelyLeases()): Lab & Disposable => {
  const lab: Lab = new BenchLab<typeof emitContract, Record<string, never>>({
    lab: "emit",
    build: "dev",
    subjects: ["Ann"],
    failures: {},
    isComplete: (observations) => observations.length > 0,
    ended: () => undefined,
    url,
    store: new FakeStore(),
    leases,
  });
  lab.open();
  return Object.assign(lab, { [Symbol.dispose]: () => lab.close() });
};

it("records a run, keeps it when the server is lost, and is live again", async () => {
  await using net = await CabledHost.start();
  using lab = openLab(net.url);
  await until(() => lab.state.value === "live");
  lab.recorder.begin({});
  const ann = lab.session.subjects.get("Ann");
  ann?.call("news", () => ann.socket.emit("news", 1));
  await until(() => lab.run.value?.stage === "done");
  await net.kill();
  await until(() => lab.state.value === "lost");
  expect(lab.run.value).toMatchObject({ stage: "done", isFromBefore: true });
  await net.restart();
  await until(() => lab.state.value === "live");
  expect(lab.problem.value).toBeUndefined();
});

it("says why its bench has ended, and what comes next", async () => {
  await using net = await CabledHost.start();
  using lab = openLab(net.url);
  await until(() => lab.state.value === "live");
  await net.host.app.benches.end(lab.session.benchKey, "idle");
  await until(() => lab.problem.value !== undefined);
  expect(lab.problem.value?.says).toBe(endReasons.idle);
  expect(lab.problem.value?.next).toMatch(/next run/);
});

it("tells the reader of a failure in a sentence", async () => {
  await using net = await CabledHost.start();
  using lab = openLab(net.url);
  await until(() => lab.state.value === "live");
  const answer = await lab.session.command("act", {});
  if (!answer.ok) lab.failed(answer.failure);
  expect(lab.problem.value?.says).toBe(commonFailures.internal.says);
});

it("says who waits for a lease where WebSocket is blocked", async () => {
  await using net = await CabledHost.start();
  net.cable.upgrades = "refused";
  const leases = lonelyLeases();
  for (let taken = 0; taken < 4; taken += 1) leases.ask("control", () => undefined);
  using lab = openLab(net.url, leases);
  await until(() => lab.problem.value !== undefined);
  expect(lab.problem.value?.says).toMatch(/this page waits/);
});
