import { describe, expect, test } from "vitest";
import { isSettings } from "./is-settings.ts";
import { type PresetId, presets } from "./presets.ts";
import { presetOf, queryOf, readQuery } from "./settings-link.ts";

const ids = Object.keys(presets) as PresetId[];

describe("a link", () => {
  test.each(ids)("of the preset %s leads back to it", (preset) => {
    const { settings } = presets[preset];
    expect(queryOf(settings, preset)).toBe(`preset=${preset}`);
    expect(readQuery(`preset=${preset}`)).toEqual({ preset, settings });
    expect(presetOf(settings)).toBe(preset);
  });

  test("of changed settings leads to those", () => {
    const { settings } = presets.replay;
    const changed = queryOf(settings, "cut");
    expect(readQuery(changed).settings).toEqual(settings);
    const other = {
      ...presets["ack-timeout"].settings,
      answers: "never",
      isIdempotent: true,
    } as const;
    expect(readQuery(queryOf(other, "restart")).settings).toEqual(other);
  });

  test.each(["", "preset=nothing", "scenario=rm&recovery=2&Bob=x.y&answers=&idempotent=1"])(
    "that is strange opens the first preset: %s",
    (query) => {
      expect(readQuery(query)).toEqual({ preset: "cut", settings: presets.cut.settings });
    },
  );
});

test("settings of a file are taken only if each part fits", () => {
  for (const { settings } of Object.values(presets)) expect(isSettings(settings)).toBe(true);
  const { settings } = presets.cut;
  for (const key of Object.keys(settings))
    expect(isSettings({ ...settings, [key]: 1 })).toBe(false);
  expect(isSettings({ ...settings, clients: { Ann: settings.clients.Ann } })).toBe(false);
  expect(isSettings(null)).toBe(false);
});
