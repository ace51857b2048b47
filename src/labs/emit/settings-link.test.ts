import { expect, test } from "vitest";
import { type PresetId, presets } from "./presets.ts";
import { presetOf, queryOf, readQuery } from "./settings-link.ts";

const ids = Object.keys(presets) as PresetId[];

test.each(ids)("knows the settings of preset %s, by which way they came about", (id) => {
  expect(presetOf(structuredClone(presets[id].settings))).toBe(id);
  const fromPlain = readQuery(queryOf(presets[id].settings, "client-emit"));
  // A link has all but the reader's words.
  const { event } = presets[id].settings;
  expect(presetOf({ ...fromPlain.settings, event })).toBe(id);
});

test("takes changed settings for no preset, though a preset began them", () => {
  const { settings } = readQuery("preset=broadcast&serverCall=io-to");
  expect(presetOf(settings)).toBeUndefined();
});

test("a link says which namespaces are used, and that none are", () => {
  const { settings } = readQuery("preset=one-connection");
  expect(queryOf(settings, "client-emit")).toContain(
    "namespaces=news.Ann-news.Ann-staff.Bob-news.fresh",
  );
  const { namespaces: _, ...plain } = settings;
  expect(readQuery(queryOf(plain, "one-connection")).settings).toEqual(plain);
  expect(readQuery("namespaces=nope.Eve-news").settings).not.toHaveProperty("namespaces");
});
