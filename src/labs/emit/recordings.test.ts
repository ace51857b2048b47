import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { runLab } from "#lab-kit/testing/run-lab.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import { EmitLab } from "./emit-lab.ts";
import type { Settings } from "./model.ts";
import { outcomeRows } from "./outcome.ts";
import { type PresetId, presets } from "./presets.ts";

const fileOf = (preset: string): string =>
  join(import.meta.dirname, "recordings", `${preset}.json`);

const recordingOf = (preset: string): Recording => JSON.parse(readFileSync(fileOf(preset), "utf8"));

/** What a run shows, without its times: who got the event, why, and what became of the answer. */
const outcomeOf = (run: Run) => ({
  rows: outcomeRows({ ...run, settings: run.settings as Settings }).map(
    ({ who, happened, code, reason }) => ({ who, happened, code, reason }),
  ),
  receivers: answers.receivers(run),
  ack: answers.ack(run),
  /** Sides are stamped apart: their order among each other is one of times. */
  facts: run.observations.map(({ where, clock, what }) => `${clock} ${where} ${what}`).sort(),
});

let host: TestHost;
beforeAll(async () => {
  host = await TestHost.start();
});
afterAll(() => host[Symbol.asyncDispose]());

/** The lab as a page runs it, with real clients, at a real host. */
const runAgain = (preset: PresetId): Promise<Run> =>
  runLab(
    host.url,
    (given) => new EmitLab({ ...given, start: { preset, settings: presets[preset].settings } }),
    (lab) => lab.emit(),
  );

describe.each(Object.keys(presets) as PresetId[])("the preset %s", (preset) => {
  test("has a recording, made with its settings", () => {
    expect(existsSync(fileOf(preset)), `run: npm run record emit ${preset}`).toBe(true);
    expect(recordingOf(preset).settings).toEqual(presets[preset].settings);
  });

  test("ends today as it did when it was recorded", async () => {
    expect(outcomeOf(await runAgain(preset))).toEqual(outcomeOf(recordingOf(preset)));
  });
});
