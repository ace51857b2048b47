import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import type { Recording } from "#lab-kit/recording.ts";
import { type PresetId, presets } from "./presets.ts";
import { runSettings } from "./testing/run-settings.ts";

const fileOf = (preset: string): string =>
  join(import.meta.dirname, "recordings", `${preset}.json`);

const withoutTimes = (observations: readonly Observation[]): object[] =>
  observations.map(({ atMs: _, seq: __, ...fact }) => fact);

describe.each(Object.keys(presets) as PresetId[])("the preset %s", (preset) => {
  test("has a recording, and comes to the same today", () => {
    expect(existsSync(fileOf(preset)), `run: npm run record layers ${preset}`).toBe(true);
    const recording: Recording = JSON.parse(readFileSync(fileOf(preset), "utf8"));
    const { settings } = presets[preset];
    expect(recording.settings).toEqual(settings);
    const today = runSettings(settings).observations;
    expect(withoutTimes(recording.observations)).toEqual(withoutTimes(today));
  });
});
