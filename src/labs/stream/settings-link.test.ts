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
    ...presets["two-writes"].settings,
    messages: ["a & b", "two\nlines"],
    framing: "length" as const,
    pauseMs: 20 as const,
    noDelay: true,
  };
  expect(readQuery(queryOf(settings, "two-writes")).settings).toEqual(settings);
  expect(presetOf(settings)).toBeUndefined();
});

test.each([
  "preset=nothing&messages=&pauseMs=-1",
  "messages=[]",
  'messages=["<script>", 7]',
  "load=everything&isStopped=1",
  "framing=__proto__",
  `messages=["${"x".repeat(41)}"]`,
])("%s is left as the preset has it", (query) => {
  const { settings } = presets["two-writes"];
  expect(readQuery(query)).toEqual({ preset: "two-writes", settings });
});

test.each([null, {}, "messages", { ...presets["two-writes"].settings, take: "some" }])(
  "%j is no setting of this lab",
  (value) => {
    expect(isSettings(value)).toBe(false);
  },
);
