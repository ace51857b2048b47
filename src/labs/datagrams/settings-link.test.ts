import { expect, test } from "vitest";
import { isSettings } from "./model.ts";
import { isPresetId, presets } from "./presets.ts";
import { presetOf, queryOf, readQuery } from "./settings-link.ts";

const ids = Object.keys(presets).filter(isPresetId);

test.each(ids)("the preset %s is found by its settings, and by its link", (id) => {
  const { settings } = presets[id];
  expect(presetOf(settings)).toBe(id);
  expect(readQuery(queryOf(settings, id))).toEqual({ preset: id, settings });
  expect(isSettings(JSON.parse(JSON.stringify(settings)))).toBe(true);
});

test("what was changed is in the link", () => {
  const start = presets["relay-loss"].settings;
  const settings = { ...start, count: 12, relay: { ...start.relay, lossPercent: 45, seed: 9 } };
  expect(readQuery(queryOf(settings, "relay-loss")).settings).toEqual(settings);
  expect(presetOf(settings)).toBeUndefined();
});

test.each([
  "preset=nothing",
  "count=501",
  "count=1e9&sizeBytes=66000",
  "count=100&sizeBytes=60000",
  "everyMs=7",
  "everyMs=50&count=200",
  "seed=0&peer=__proto__",
  "way=relay&besideTcp=true",
  "way=relay&payload=words",
  "lossPercent=NaN",
])("%s is left as the preset has it", (query) => {
  expect(readQuery(query)).toEqual({ preset: "burst", settings: presets.burst.settings });
});

test.each([null, {}, "burst", { ...presets.burst.settings, relay: null }])(
  "%j is no setting of this lab",
  (value) => {
    expect(isSettings(value)).toBe(false);
  },
);
