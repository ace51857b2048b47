import { effect } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { pageLeases } from "#lab-kit/leases.ts";
import type { Run } from "#lab-kit/recording.ts";
import { withoutPage } from "#lab-kit/testing/run-lab.ts";
import { CabledHost } from "#lab-kit/testing/session-rig.ts";
import { until } from "#server/testing/until.ts";
import { untilHolds } from "#server/testing/until-holds.ts";
import { answers } from "./answers.ts";
import { EmitLab } from "./emit-lab.ts";
import { outcomeRows } from "./outcome.ts";
import { type PresetId, presets } from "./presets.ts";

/** A lab that starts from a preset, and the runs that it told. */
function open(url: string, preset: PresetId) {
  const runs: Run[] = [];
  const lab = new EmitLab({
    ...withoutPage(url, (run) => void runs.push(run)),
    leases: pageLeases(),
    start: { preset, settings: presets[preset].settings },
  });
  lab.open();
  return { lab, runs };
}

const seen = (lab: EmitLab): string[] => [...lab.view.value.seen].sort();

it("tells who draws the lab when a question asks for another preset", () => {
  const { lab } = open("http://localhost:9", "broadcast");
  const drawn: PresetId[] = [];
  const stop = effect(() => {
    drawn.push(lab.startPreset);
  });
  lab.startFrom({ preset: "except", settings: presets.except.settings });
  stop();
  lab.close();
  expect(drawn).toEqual(["broadcast", "except"]);
});

describe("a lab whose clients find no connection", () => {
  it("says so, runs without them, and says true reasons", async () => {
    await using net = await CabledHost.start();
    net.cable.upgrades = "refused";
    const first = open(net.url, "io-emit");
    await untilHolds(() => expect(seen(first.lab)).toHaveLength(3));
    const second = open(net.url, "io-emit");
    await untilHolds(() => expect(second.lab.view.value.unleased).toHaveLength(3));
    await until(() => first.lab.view.value.unleased?.length === 1 && seen(first.lab).length === 2);
    expect(first.lab.problem.value?.says).toContain("Cem waits for one");
    expect(second.lab.problem.value?.says).toContain("3 clients (Ann, Bob, Cem) wait for one");
    await first.lab.emit();
    await until(() => first.runs.length === 1);
    const [run] = first.runs;
    expect(run && answers.receivers(run)).toEqual(["Ann", "Bob"]);
    const shown = first.lab.run.value;
    expect(shown && outcomeRows(shown).find(({ who }) => who === "Cem")?.code).toBe(
      "not-connected",
    );
    second.lab.close();
    await until(() => seen(first.lab).length === 3);
    expect(first.lab.problem.value).toBeUndefined();
    first.lab.close();
  });

  it("leaves one alone that was switched off while it waited", async () => {
    await using net = await CabledHost.start();
    net.cable.upgrades = "refused";
    const first = open(net.url, "io-emit");
    const second = open(net.url, "io-emit");
    await untilHolds(() => expect(second.lab.view.value.unleased).toContain("Ann"));
    second.lab.changeClient("Ann", { connected: false });
    await until(() => !second.lab.view.value.unleased?.includes("Ann"));
    first.lab.close();
    await until(() => seen(second.lab).length === 2);
    expect(seen(second.lab)).toEqual(["Bob", "Cem"]);
    second.lab.close();
  });
});

describe("a lab that uses namespaces", () => {
  it("runs in them over polling, where WebSocket is blocked", async () => {
    await using net = await CabledHost.start();
    net.cable.upgrades = "refused";
    const { lab, runs } = open(net.url, "namespaces");
    await untilHolds(() => expect(seen(lab)).toContain("Bob in /news"));
    await lab.emit();
    await until(() => runs.length === 1);
    expect(runs[0] && answers.receivers(runs[0])).toEqual(["Ann", "Bob"]);
    lab.close();
  });

  it("opens one session for a fresh client, and comes back to its namespaces", async () => {
    await using net = await CabledHost.start();
    const { lab, runs } = open(net.url, "one-connection");
    for (const times of [1, 2]) {
      await lab.emit();
      await until(() => runs.length === times);
      expect(runs[times - 1] && answers.connections(runs[times - 1] as Run)).toEqual(["1"]);
      expect(runs[times - 1] && answers.refused(runs[times - 1] as Run)).toEqual(["Ann"]);
    }
    lab.close();
  });

  it("is in its namespaces again after the server was away", async () => {
    await using net = await CabledHost.start();
    const { lab, runs } = open(net.url, "namespaces");
    await until(() => seen(lab).includes("Bob in /news"));
    await net.kill();
    await until(() => lab.state.value === "lost");
    await net.restart();
    await untilHolds(() => expect(seen(lab)).toContain("Bob in /news"));
    await lab.emit();
    await until(() => runs.length === 1);
    expect(runs[0] && answers.receivers(runs[0])).toEqual(["Ann", "Bob"]);
    lab.close();
  });
});

describe("a lab whose server goes away in the middle of a run", () => {
  it("keeps the run, marked, and runs again on a fresh bench", async () => {
    await using net = await CabledHost.start();
    const { lab, runs } = open(net.url, "ack-missing");
    await until(() => seen(lab).length === 3);
    const emitting = lab.emit();
    await until(() => lab.run.value !== undefined);
    await net.kill();
    await emitting;
    await until(() => lab.run.value?.isFromBefore === true);
    expect(lab.state.value).toBe("lost");
    await net.restart();
    await until(() => seen(lab).length === 3);
    const before = runs.length;
    await lab.emit();
    await until(() => runs.length > before);
    expect(lab.run.value?.isFromBefore).toBe(false);
    lab.close();
  });
});
