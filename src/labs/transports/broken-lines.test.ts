import { expect, it } from "vitest";
import { leaseBudget } from "#lab-kit/lease-table.ts";
import { Cable } from "#lab-kit/testing/cable.ts";
import { withoutPage } from "#lab-kit/testing/run-lab.ts";
import { lonelyLeases } from "#lab-kit/testing/session-rig.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { answers } from "./answers.ts";
import type { Settings } from "./model.ts";
import { presets } from "./presets.ts";
import { isOver } from "./run-facts.ts";
import { statusOf } from "./status.ts";
import { fetchStream } from "./testing/fetch-stream.ts";
import { TransportsLab } from "./transports-lab.ts";

async function labAt(url: string, change: Partial<Settings>, leases = lonelyLeases()) {
  const lab = new TransportsLab({
    ...withoutPage(url),
    start: { preset: "side-by-side", settings: { ...presets["side-by-side"].settings, ...change } },
    leases,
    openStream: fetchStream,
  });
  await lab.start();
  return { lab, run: () => lab.bench.run.value ?? expect.fail("no run") };
}

it("a WebSocket that the network refuses leaves the other lanes their news", async () => {
  await using host = await TestHost.start();
  await using cable = await Cable.to(host.port);
  cable.upgrades = "refused";
  cable.blockedPath = "/b/";
  const { lab, run } = await labAt(cable.url, { lanes: ["events", "websocket"] });
  await until(() => lab.bench.run.value?.stage === "done");
  expect(lab.bench.problem.value?.says).toContain("WebSocket: the line was refused");
  expect(statusOf(run(), {})).toContain("Event stream brought all 5 items with 1 request,");
  expect(answers.fewestRequests(run())).toEqual([]);
  lab.close();
});

it("a run that is reset in the middle ends, and what it held is given back", async () => {
  await using host = await TestHost.start();
  const { lab } = await labAt(host.url, {});
  const bench = () => [...(host.app.benches.find(keyOf(lab))?.visits ?? [])].length;
  await until(() => bench() >= 3);
  lab.reset();
  await until(() => bench() === 0);
  expect(lab.bench.run.value).toBeUndefined();
  lab.close();
});

it("a run that has to give its connections back is cut short, and answers nothing", async () => {
  await using host = await TestHost.start();
  const leases = lonelyLeases();
  const { lab, run } = await labAt(host.url, { lanes: ["long-polling", "events"] }, leases);
  for (let asked = 0; asked < leaseBudget; asked += 1) leases.ask("control", () => undefined);
  await until(() => lab.bench.run.value?.stage === "done");
  expect(isOver(run())).toBe(false);
  expect(answers.latest(run())).toEqual([]);
  expect(statusOf(run(), {})).toBe("The run was cut short.");
  lab.close();
});

const keyOf = (lab: TransportsLab): string => lab.bench.session.benchKey;
