import { expect, test } from "vitest";
import { bounds, type Settings, scenarioIds } from "./model.ts";
import { startOf } from "./presets.ts";
import { presetOf, queryOf, readQuery } from "./settings-link.ts";

const all: Settings[] = scenarioIds.flatMap((scenario) => {
  const { settings } = startOf(scenario);
  return [settings, { ...settings, text: "a & b=c", backlog: 0 }];
});

test.each(all)("$scenario with $text and $backlog comes back from its link", (settings) => {
  expect(readQuery(queryOf(settings)).settings).toEqual(settings);
});

test("only settings as a preset has them are that preset", () => {
  const { settings } = startOf("backlog");
  expect(presetOf(settings)).toBe("backlog");
  expect(presetOf({ ...settings, backlog: 2 })).toBeUndefined();
  expect(presetOf(startOf("by-hand").settings)).toBeUndefined();
});

test.each([
  "preset=nothing",
  "text=",
  `text=${"x".repeat(bounds.textLength + 1)}`,
  "backlog=9",
  "backlog=-1",
  "backlog=1.5",
  "backlog=many",
  "scenario=epipe",
])("what is wrong in %s is left as the preset has it", (query) => {
  expect(readQuery(query)).toEqual({
    preset: "listen-connect",
    settings: startOf("listen-connect").settings,
  });
});
