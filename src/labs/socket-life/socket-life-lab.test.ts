import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Observation, seen } from "#lab-kit/observation.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { socketLifeContract } from "./contract.ts";
import { type PresetId, presets, startOf } from "./presets.ts";
import { SocketLifeLab } from "./socket-life-lab.ts";

const recording = JSON.parse(
  readFileSync(new URL("recordings/refused.json", import.meta.url), "utf8"),
) as Recording;

let host: TestHost;
let lab: SocketLifeLab;
let ended: Run[];

function createLab(preset: PresetId): SocketLifeLab {
  return new SocketLifeLab({
    build: "dev",
    failures: socketLifeContract.failures,
    start: { preset, settings: presets[preset].settings },
    ended: (run) => ended.push(run),
    recordingOf: async () => recording,
    url: host.url,
  });
}

beforeEach(async () => {
  host = await TestHost.start({ limits: { commandsPerSecond: 1000 } });
  ended = [];
  lab = createLab("refused");
});
afterEach(async () => {
  lab.close();
  await host[Symbol.asyncDispose]();
});

const callsIn = (observations: readonly Observation[]): string[] =>
  seen(observations, "socket-called")
    .filter(({ isByItself }) => !isByItself)
    .map(({ call, socket }) => `${socket} ${call}`);

const shown = (): string[] => callsIn(lab.run.value?.observations ?? []);

const whole = ["L1 bind", "L1 listen", "L1 close", "C1 connect"];

describe("a run", () => {
  test("goes on one call at a time, and the rest at once", async () => {
    await lab.step();
    expect([lab.next.value, ended.length]).toEqual([1, 0]);
    await lab.step();
    await until(() => shown().length === 2);
    await lab.start();
    expect(ended.map(({ observations }) => callsIn(observations))).toEqual([whole]);
    expect(lab.next.value).toBeUndefined();
  });

  test("ends with the last call, also when it is asked for step by step", async () => {
    for (const _ of whole) await lab.step();
    expect(ended.length).toBe(1);
    await lab.step();
    expect(lab.next.value).toBe(1);
  });

  test("that is left by a reset ends for nobody, and the next begins with no socket", async () => {
    const left = lab.start();
    await until(() => lab.next.value === 2);
    lab.reset();
    expect([lab.run.value, lab.next.value, lab.isBusy.value]).toEqual([
      undefined,
      undefined,
      false,
    ]);
    await lab.start();
    await left;
    expect(ended.map(({ observations }) => callsIn(observations))).toEqual([whole]);
  });

  test("begins once, however often it is asked for", async () => {
    await Promise.all([lab.start(), lab.start(), lab.step()]);
    expect(ended.length).toBe(1);
    expect(callsIn(ended[0]?.observations ?? [])).toEqual(whole);
  });

  test("keeps what was said before it began, and is judged by that", async () => {
    lab.say({ outcome: "econnrefused" });
    await lab.start();
    lab.say({ outcome: "none" });
    expect(lab.saidBefore.value).toEqual({ outcome: "econnrefused" });
  });
});

describe("a run by hand", () => {
  beforeEach(async () => {
    lab.change(startOf("by-hand").settings);
    await lab.start();
  });

  test("takes calls until it is ended, with a way on for each that cannot be made", async () => {
    await lab.act({ call: "connect", on: "C1" });
    expect(lab.problem.value?.next).toContain("bind");
    await lab.act({ call: "bind", on: "L1" });
    expect(lab.problem.value).toBeUndefined();
    await lab.finish();
    expect(ended.map(({ observations }) => callsIn(observations))).toEqual([["L1 bind"]]);
    await lab.act({ call: "listen", on: "L1" });
    expect(shown()).toEqual(["L1 bind"]);
  });

  test("tells of a call that waits, and of its end", async () => {
    await lab.act({ call: "bind", on: "L1" });
    await lab.act({ call: "listen", on: "L1" });
    await lab.act({ call: "accept", on: "L1" });
    const waits = () => seen(lab.run.value?.observations ?? [], "socket-waits");
    await until(() => waits().some(({ call }) => call === "accept"));
    await lab.act({ call: "connect", on: "C1" });
    await until(() => shown().includes("L1 accept"));
  });
});

test("while the server is away the preset’s recording is shown, and nothing else", async () => {
  lab.open();
  await until(() => lab.view.value.state === "live");
  await host.app.close();
  await until(() => lab.view.value.state === "lost");
  await lab.start();
  expect(lab.state.value).toBe("replay");
  expect(shown()).toEqual(whole);
  lab.change({ scenario: "by-hand" });
  await lab.start();
  expect(lab.problem.value?.says).toContain("away");
});
