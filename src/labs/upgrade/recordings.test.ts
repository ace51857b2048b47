import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import { isComplete } from "./is-complete.ts";
import { type PresetId, presets } from "./presets.ts";
import { runFacts } from "./run-facts.ts";
import { steps } from "./steps.ts";
import { runPresets } from "./testing/run-settings.ts";

const fileOf = (preset: string): string =>
  join(import.meta.dirname, "recordings", `${preset}.json`);

const recordingOf = (preset: string): Recording => JSON.parse(readFileSync(fileOf(preset), "utf8"));

/** What a run shows, without its times and without how many polls and pings there was time for. */
const outcomeOf = (run: Pick<Run, "observations">) => ({
  firstRequest: answers.firstRequest(run),
  endsOn: answers.endsOn(run),
  whoPings: answers.whoPings(run),
  webSockets: runFacts(run.observations)
    .exchanges.filter(({ transport }) => transport === "websocket")
    .map(({ answer }) => answer?.status),
  heard: new Set(
    steps(run.observations, {})
      .filter(({ from }) => from === "page")
      .map(({ what }) => what),
  ),
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
    expect(existsSync(fileOf(preset)), `run: npm run record upgrade ${preset}`).toBe(true);
    const { settings, observations } = recordingOf(preset);
    expect(settings).toEqual(presets[preset].settings);
    expect(isComplete(observations)).toBe(true);
  });

  test("ends today as it did when it was recorded", () => {
    const today = runs.get(preset);
    expect(outcomeOf(today ?? { observations: [] })).toEqual(outcomeOf(recordingOf(preset)));
  });
});
