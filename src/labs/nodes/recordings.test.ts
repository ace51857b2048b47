import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import { isComplete } from "./is-complete.ts";
import { type PresetId, presets } from "./presets.ts";
import { clientFacts, nodeWrites, type SeenRun } from "./run-facts.ts";
import { runPresets } from "./testing/run-settings.ts";

const fileOf = (preset: string): string =>
  join(import.meta.dirname, "recordings", `${preset}.json`);

const recordingOf = (preset: string): Recording => JSON.parse(readFileSync(fileOf(preset), "utf8"));

/** What a run shows, without how many requests there was time for. */
const outcomeOf = (run: SeenRun) => ({
  connected: answers.connected(run),
  reached: answers.reached(run),
  writes: nodeWrites(run),
  clients: clientFacts(run).map(({ node, isReached, failures }) => ({ node, isReached, failures })),
});

let host: TestHost;
let runs: ReadonlyMap<PresetId, Run>;
beforeAll(async () => {
  host = await TestHost.start();
  runs = await runPresets(host);
});
afterAll(() => host[Symbol.asyncDispose]());

describe.each(Object.keys(presets) as PresetId[])("the preset %s", (preset) => {
  test("has a recording, made with its settings, of a whole run", () => {
    expect(existsSync(fileOf(preset)), `run: npm run record nodes ${preset}`).toBe(true);
    const { settings, observations } = recordingOf(preset);
    expect(settings).toEqual(presets[preset].settings);
    expect(isComplete(observations)).toBe(true);
  });

  test("ends today as it did when it was recorded", () => {
    expect(outcomeOf(runs.get(preset) ?? { observations: [] })).toEqual(
      outcomeOf(recordingOf(preset)),
    );
  });
});
