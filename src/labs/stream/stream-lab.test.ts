import { expect, test } from "vitest";
import type { Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { plainSettings, presets } from "./presets.ts";
import { standingOf, totalsOf } from "./run-facts.ts";
import { openStream } from "./testing/run-settings.ts";

test("a reset in the middle of a run breaks it off, and the next run has its own facts only", async () => {
  await using host = await TestHost.start();
  const runs: Run[] = [];
  const lab = openStream(host.url, presets["stopped-reader"].settings, (run) => runs.push(run));
  await lab.start();
  await until(() => (lab.run.value?.observations.length ?? 0) > 0);
  lab.reset();
  expect(lab.run.value).toBeUndefined();
  await until(() => !lab.isPreparing.value);
  lab.change(plainSettings);
  await lab.start();
  await until(() => runs.length === 1);
  expect(totalsOf(runs[0] ?? expect.fail())).toMatchObject({ sentBytes: 10, gotBytes: 10 });
  lab.close();
});

test("short messages do not wait for a reader, whatever was set for many bytes", async () => {
  await using host = await TestHost.start();
  const runs: Run[] = [];
  const settings = { ...plainSettings, isStopped: true, heeds: true };
  const lab = openStream(host.url, settings, (run) => runs.push(run));
  await lab.start();
  await until(() => runs.length === 1);
  expect(standingOf(runs[0] ?? expect.fail())).toBeUndefined();
  expect(runs[0]?.preset).toBe("two-writes");
  lab.close();
});

test("what is typed is kept; what does not fit is said, and not run", async () => {
  await using host = await TestHost.start();
  const lab = openStream(host.url, plainSettings);
  lab.type("x".repeat(41));
  await lab.start();
  expect(lab.problem.value?.says).toMatch(/40 characters/);
  expect(lab.run.value).toBeUndefined();
  expect(lab.draft.value).toHaveLength(41);
  lab.type("one\ntwo\n");
  expect(lab.settings.value.messages).toEqual(["one", "two"]);
  expect(lab.fits).toBe(true);
  lab.close();
});

test("a run that the server refuses says why and leaves no empty run", async () => {
  await using host = await TestHost.start();
  const lab = openStream(host.url, {
    ...plainSettings,
    show: "bulk",
    load: "many-small",
    pauseMs: 100,
  });
  await lab.start();
  expect(lab.problem.value).toBeDefined();
  expect(lab.run.value).toBeUndefined();
  lab.close();
});
