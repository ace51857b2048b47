import { describe, expect, test } from "vitest";
import { isSettings } from "./is-settings.ts";
import type { Settings } from "./model.ts";
import { hashOf, placeIn } from "./place-link.ts";
import { type PresetId, plainSettings, presets } from "./presets.ts";
import { possible, presetOf, queryOf, readQuery } from "./settings-link.ts";

describe("a link", () => {
  test.each(Object.keys(presets) as PresetId[])("opens the preset %s", (preset) => {
    const { settings } = presets[preset];
    expect(readQuery(queryOf(settings, preset))).toEqual({ preset, settings });
    expect(presetOf(settings)).toBe(preset);
    expect(possible(settings)).toEqual(settings);
    expect(isSettings(settings)).toBe(true);
  });

  test("carries every choice, and no word of the reader", () => {
    const settings: Settings = {
      ...plainSettings,
      carries: "plain",
      speaker: "server",
      extra: "longest",
      fromStart: true,
      text: "a secret",
      bytes: "ff",
    };
    const query = queryOf(settings, "event");
    expect(query).not.toContain("secret");
    expect(readQuery(query).settings).toEqual({
      ...settings,
      text: "hey",
      bytes: plainSettings.bytes,
    });
  });

  test("with what nobody knows opens what is known", () => {
    expect(readQuery("preset=nope&speaker=Bob&call=__proto__").settings).toEqual(plainSettings);
  });

  test("never asks for what cannot be run", () => {
    expect(readQuery("carries=plain&transport=polling&call=ask").settings).toMatchObject({
      transport: "websocket",
      call: "say",
    });
    expect(readQuery("speaker=server&extra=too-long&call=close").settings).toMatchObject({
      extra: "long",
      call: "say",
    });
  });
});

describe("a place", () => {
  test.each([
    ["#byte-17", { at: 17 }],
    ["#field-websocket.masking-key", { field: "websocket.masking-key" }],
    ["#message-2-byte-4", { message: 2, at: 4 }],
  ])("%s is read and written", (hash, place) => {
    expect(placeIn(hash)).toEqual(place);
    expect(hashOf(place)).toBe(hash);
  });

  test.each(["", "#", "#byte-", "#byte-x", "#byte-123456", "#field-<b>", "#join=0"])(
    "%s is none",
    (hash) => {
      expect(placeIn(hash)).toBeUndefined();
    },
  );

  test("that is not chosen has no fragment", () => {
    expect(hashOf({})).toBe("");
  });
});

describe("settings of a file", () => {
  test.each([
    undefined,
    null,
    {},
    { ...plainSettings, speaker: "Bob" },
    { ...plainSettings, text: 1 },
    { ...plainSettings, fromStart: "yes" },
  ])("like %j are refused", (value) => {
    expect(isSettings(value)).toBe(false);
  });
});
