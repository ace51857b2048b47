import { expect, it } from "vitest";
import { isPresetId, presets } from "./presets.ts";
import { presetOf, queryOf, readQuery } from "./settings-link.ts";

it.each(Object.keys(presets).filter(isPresetId))("a link to %s leads back to it", (preset) => {
  const { settings } = presets[preset];
  expect(queryOf(settings, preset)).toBe(`preset=${preset}`);
  expect(readQuery(`?preset=${preset}`)).toEqual({ preset, settings });
  expect(presetOf(settings)).toBe(preset);
});

it("a link keeps what was changed", () => {
  const settings = { way: "socket", plot: "call-back", isListening: false } as const;
  const query = queryOf(settings, "ask");
  expect(readQuery(query)).toEqual({ preset: "ask", settings });
  expect(presetOf(settings)).toBeUndefined();
});

it("what is unknown in a link is left as the preset has it", () => {
  expect(readQuery("?preset=toString&way=pigeon&plot=&isListening=1")).toEqual(readQuery(""));
});
