import { expect, test } from "vitest";
import { type PresetId, presets } from "./presets.ts";
import { presetOf, queryOf, readQuery } from "./settings-link.ts";

const ids = Object.keys(presets) as PresetId[];

test.each(ids)("knows the settings of preset %s, by which way they came about", (id) => {
  expect(presetOf(structuredClone(presets[id].settings))).toBe(id);
  const fromPlain = readQuery(queryOf(presets[id].settings, "client-emit"));
  expect(presetOf(fromPlain.settings)).toBe(id);
});

test("takes changed settings for no preset, though a preset began them", () => {
  const { settings } = readQuery("preset=broadcast&serverCall=io-to");
  expect(presetOf(settings)).toBeUndefined();
});
