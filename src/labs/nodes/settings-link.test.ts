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
    ...presets.sticky.settings,
    transports: "websocket" as const,
    hasAdapter: true,
  };
  expect(readQuery(queryOf(settings, "sticky")).settings).toEqual(settings);
  expect(presetOf(settings)).toBeUndefined();
});

test.each([
  "preset=nothing&isSticky=&hasAdapter=1",
  "transports=telepathy,<script>&isSticky=TRUE",
  "isEmitting=__proto__",
])("%s is left as the preset has it", (query) => {
  const { settings } = presets["no-adapter"];
  expect(readQuery(query)).toEqual({ preset: "no-adapter", settings });
});

test.each([null, {}, { transports: "polling", isSticky: true }, "sticky"])(
  "%j is no setting of this lab",
  (value) => {
    expect(isSettings(value)).toBe(false);
  },
);
