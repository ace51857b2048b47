import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers, messageInQuestion } from "./answers.ts";
import { isComplete } from "./is-complete.ts";
import type { Settings } from "./model.ts";
import { type PresetId, presets } from "./presets.ts";
import { runPreset } from "./testing/run-wire.ts";

const fileOf = (preset: string): string =>
  join(import.meta.dirname, "recordings", `${preset}.json`);

const recordingOf = (preset: string): Recording => JSON.parse(readFileSync(fileOf(preset), "utf8"));

/** What a run shows, without times and keys; the size of HTTP depends on the browser. */
const outcomeOf = (run: Pick<Run, "observations">) => {
  const message = messageInQuestion(run);
  const isFrame = message?.kind === "frame";
  return {
    way: message?.way,
    kind: message?.kind,
    fields: isFrame ? message.fields.map(({ id }) => id) : [],
    frameBytes: isFrame ? answers.frameBytes(run) : [],
    isMasked: answers.isMasked(run),
    isFinal: answers.isFinal(run),
  };
};

let host: TestHost;
beforeAll(async () => {
  host = await TestHost.start();
});
afterAll(() => host[Symbol.asyncDispose]());

describe.each(Object.keys(presets) as PresetId[])("the preset %s", (preset) => {
  test("has a recording, made with its settings, of a whole run", () => {
    expect(existsSync(fileOf(preset)), `run: npm run record wire ${preset}`).toBe(true);
    const { settings, observations } = recordingOf(preset);
    expect(settings).toEqual(presets[preset].settings);
    expect(isComplete(observations, settings as Settings)).toBe(true);
  });

  test("ends today as it did when it was recorded", async () => {
    const today = await runPreset(host.url, preset);
    const { "both-at-once": _, "plain-both": __, ...others } = presets;
    // Who is first when both speak at once is a matter of time.
    if (preset in others) expect(outcomeOf(today)).toEqual(outcomeOf(recordingOf(preset)));
  });
});
