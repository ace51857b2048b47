import { expect, test } from "vitest";
import { sequels, transportChoices, treatments } from "./model.ts";
import { presets } from "./presets.ts";
import { presetOf, queryOf, readQuery } from "./settings-link.ts";

const all = transportChoices.flatMap((transports) =>
  treatments.flatMap((websocket) => sequels.map((sequel) => ({ transports, websocket, sequel }))),
);

test("a link brings back every setting", () => {
  for (const settings of all)
    expect(readQuery(queryOf(settings, "default"))).toEqual({ preset: "default", settings });
});

test.each(["", "preset=none", "preset=__proto__", "transports=telepathy&sequel=constructor"])(
  "of %j what is unknown is left as it is",
  (query) => {
    expect(readQuery(query)).toEqual({ preset: "default", settings: presets.default.settings });
  },
);

test("settings that are a preset's have its name, others have none", () => {
  for (const [id, { settings }] of Object.entries(presets)) expect(presetOf(settings)).toBe(id);
  const named = all.filter((settings) => presetOf(settings) !== undefined);
  expect(named).toHaveLength(Object.keys(presets).length);
});
