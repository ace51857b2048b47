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
  const settings = {
    ...presets["side-by-side"].settings,
    lanes: ["polling", "events"] as const,
    everyMs: 250 as const,
    seed: 158 as const,
  };
  expect(readQuery(queryOf(settings, "side-by-side")).settings).toEqual(settings);
  expect(presetOf(settings)).toBeUndefined();
});

test.each([
  "preset=nothing&lanes=&everyMs=0&seed=-1",
  "lanes=telepathy,<script>&everyMs=1e9&seed=NaN",
  "everyMs=__proto__",
])("%s is left as the preset has it", (query) => {
  expect(readQuery(query)).toEqual({
    preset: "side-by-side",
    settings: presets["side-by-side"].settings,
  });
});

test.each([null, {}, { show: "news", lanes: ["x"], everyMs: 500, seed: 224 }, "news"])(
  "%j is no setting of this lab",
  (value) => {
    expect(isSettings(value)).toBe(false);
  },
);
