import { readFileSync } from "node:fs";
import { effect } from "@preact/signals";
import { describe, expect, test } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { outcomeRows } from "./outcome.ts";
import { type PresetId, presets } from "./presets.ts";
import type { Step } from "./script.ts";
import { UnplugLab } from "./unplug-lab.ts";

const recording = JSON.parse(
  readFileSync(new URL("recordings/cut.json", import.meta.url), "utf8"),
) as Recording;

/** A lab as a page has it, at a host of its own. */
class Rig implements AsyncDisposable {
  readonly host: TestHost;
  readonly lab: UnplugLab;
  readonly ended: Run[] = [];

  private constructor(host: TestHost, preset: PresetId) {
    this.host = host;
    this.lab = new UnplugLab({
      build: "dev",
      failures: {},
      start: { preset, settings: presets[preset].settings },
      ended: (run) => this.ended.push(run),
      recordingOf: async () => recording,
      url: host.url,
    });
  }

  static async open(preset: PresetId): Promise<Rig> {
    return new Rig(await TestHost.start({ limits: { commandsPerSecond: 1000 } }), preset);
  }

  async byHand(): Promise<void> {
    this.lab.change({ scenario: "by-hand" });
    await this.lab.start();
  }

  /** Numbers of one of Bob's flows in the run that is shown. */
  numbers(flow: "news" | "orders") {
    const rows = outcomeRows(this.lab.run.value?.observations ?? []);
    return rows.find((row) => row.who === "Bob" && row.flow === flow);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.lab.close();
    await this.host[Symbol.asyncDispose]();
  }
}

test("who draws the lab is told when a question asks for another preset", async () => {
  await using rig = await Rig.open("cut");
  const drawn: PresetId[] = [];
  const stop = effect(() => {
    drawn.push(rig.lab.startPreset);
  });
  rig.lab.startFrom({ preset: "restart", settings: presets.restart.settings });
  stop();
  expect(drawn).toEqual(["cut", "restart"]);
});

describe("a run", () => {
  test("inherits nothing from the one before: twice the same", async () => {
    await using rig = await Rig.open("recovery-before-event");
    await rig.lab.start();
    await rig.lab.start();
    const [first, second] = rig.ended.map(({ observations }) => outcomeRows(observations));
    expect(second).toEqual(first);
    expect(rig.ended.length).toBe(2);
  });

  test("that is left by a reset ends for nobody, and another can begin at once", async () => {
    await using rig = await Rig.open("pulled-too-long");
    const left = rig.lab.start();
    await until(() => rig.lab.step.value === 5);
    rig.lab.reset();
    expect(rig.lab.run.value).toBeUndefined();
    expect(rig.lab.isBusy.value).toBe(false);
    rig.lab.change({ scenario: "burst" });
    await rig.lab.start();
    await left;
    expect(rig.ended.length).toBe(1);
    expect(rig.numbers("orders")?.emitted).toBe(3);
  });

  test("begins once, however often it is asked for", async () => {
    await using rig = await Rig.open("late-listener");
    await Promise.all([rig.lab.start(), rig.lab.start(), rig.lab.start()]);
    expect(rig.ended.length).toBe(1);
  });

  test("is kept and marked when the bench is lost in the middle of it", async () => {
    await using rig = await Rig.open("pulled-too-long");
    const run = rig.lab.start();
    await until(() => rig.lab.step.value === 5);
    await rig.host.app.benches.endAll("evicted");
    await run;
    expect(rig.lab.run.value).toMatchObject({ stage: "stuck", isFromBefore: true });
    expect(rig.lab.problem.value?.says).toContain("The server is full");
    expect(rig.lab.isBusy.value).toBe(false);
    await rig.lab.start();
    expect(rig.lab.run.value).toMatchObject({ stage: "done", isFromBefore: false });
  });

  test("that is over stays as it was when its connections break later", async () => {
    await using rig = await Rig.open("no-listener");
    await rig.lab.start();
    const before = rig.lab.run.value?.observations.length;
    await rig.host.app.benches.endAll("evicted");
    await until(() => rig.lab.view.value.state === "lost");
    expect(rig.lab.run.value?.observations.length).toBe(before);
    expect(rig.lab.run.value?.stage).toBe("done");
  });

  test("says nothing is lost while it may still come", async () => {
    await using rig = await Rig.open("pulled-and-replugged");
    const run = rig.lab.start();
    await until(() => rig.numbers("news")?.emitted === 3);
    expect(rig.numbers("news")?.missed).toBe(0);
    await run;
    expect(rig.numbers("news")).toMatchObject({ emitted: 4, missed: 0 });
  });
});

describe("by hand", () => {
  test("a run goes on until it is ended, and then tells its page", async () => {
    await using rig = await Rig.open("cut");
    await rig.byHand();
    expect(rig.lab.isByHand).toBe(true);
    await rig.lab.act({ do: "news", times: 1 });
    await rig.lab.act({ do: "cut", who: "Bob" });
    await until(
      () => rig.lab.run.value?.observations.some(({ what }) => what === "disconnected") ?? false,
    );
    await rig.lab.act({ do: "news", times: 2 });
    await rig.lab.finish();
    expect(rig.numbers("news")).toMatchObject({ emitted: 3, received: 1, missed: 2 });
    expect(rig.ended.length).toBe(1);
    expect(rig.lab.isByHand).toBe(false);
  });

  test("everything at once, many times over, leaves a bench that works", async () => {
    await using rig = await Rig.open("cut");
    await rig.byHand();
    const names = [
      "cut",
      "pull",
      "strand",
      "plug",
      "kick",
      "disconnect",
      "connect",
      "give-up",
    ] as const;
    const steps: Exclude<Step, { do: "until" }>[] = [
      { do: "news", times: 3 },
      { do: "orders", who: "Bob", times: 3 },
      { do: "restart" },
      { do: "listeners", who: "Bob", times: 2 },
      ...names.map((name) => ({ do: name, who: "Bob" }) as const),
    ];
    for (let round = 0; round < 3; round += 1)
      await Promise.all(steps.map((step) => rig.lab.act(step)));
    await rig.lab.finish();
    rig.lab.change({ scenario: "late-listener" });
    await rig.lab.start();
    expect(rig.lab.problem.value).toBeUndefined();
    expect(rig.numbers("news")).toMatchObject({ emitted: 4, missed: 2 });
  });

  test("numbers run out in a sentence, and the run can still be ended", async () => {
    await using rig = await Rig.open("cut");
    await rig.byHand();
    for (let order = 0; order < 9; order += 1)
      await rig.lab.act({ do: "orders", who: "Bob", times: 5 });
    expect(rig.lab.problem.value?.says).toContain("all its orders");
    await rig.lab.finish();
    expect(rig.numbers("orders")).toMatchObject({ emitted: 40, received: 40 });
  });
});

test("where WebSocket is blocked it says so, and shows the recording", async () => {
  await using rig = await Rig.open("cut");
  const { benches } = rig.host.app;
  const openFor = benches.openFor.bind(benches);
  benches.openFor = (who) => {
    const opened = openFor(who);
    if (opened.ok) opened.value.treatUpgrades("refused");
    return opened;
  };
  await rig.lab.start();
  expect(rig.lab.problem.value?.says).toContain("no connection over WebSocket");
  expect(rig.lab.isBusy.value).toBe(false);
  expect(rig.ended.map(({ preset }) => preset)).toEqual(["cut"]);
  expect(rig.lab.state.value).toBe("replay");
});

test("without a server it shows the preset's recording, or says that there is none", async () => {
  const lab = new UnplugLab({
    build: "dev",
    failures: {},
    start: { preset: "cut", settings: presets.cut.settings },
    ended: () => undefined,
    recordingOf: async (preset) => (preset === "cut" ? recording : undefined),
    url: "http://127.0.0.1:1",
  });
  await lab.start();
  expect(lab.state.value).toBe("replay");
  lab.change({ scenario: "burst" });
  await lab.start();
  expect(lab.problem.value?.says).toContain("only the presets were recorded");
  lab.close();
});
