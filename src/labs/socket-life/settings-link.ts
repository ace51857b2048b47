import { isSettings } from "./is-settings.ts";
import type { Settings } from "./model.ts";
import { isPresetId, type PresetId, presets, startOf } from "./presets.ts";

const firstPreset: PresetId = "listen-connect";

/** The settings as the query of a link. */
export function queryOf({ text, backlog, scenario }: Settings): string {
  const start = startOf(scenario).settings;
  const isPreset = isPresetId(scenario);
  const query = new URLSearchParams({ preset: isPreset ? scenario : firstPreset });
  if (!isPreset) query.set("scenario", scenario);
  if (text !== start.text) query.set("text", text);
  if (backlog !== start.backlog) query.set("backlog", String(backlog));
  return query.toString();
}

/** Reads such a query. What is unknown or malformed in it is left as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : firstPreset;
  const isByHand = query.get("scenario") === "by-hand";
  const settings: Settings = isByHand ? startOf("by-hand").settings : presets[preset].settings;
  const asked = {
    ...settings,
    text: query.get("text") ?? settings.text,
    backlog: query.has("backlog") ? Number(query.get("backlog")) : settings.backlog,
  };
  return { preset, settings: isSettings(asked) ? asked : settings };
}

/** The preset that settings are, if they are one. */
export const presetOf = ({ scenario, text, backlog }: Settings): PresetId | undefined => {
  if (!isPresetId(scenario)) return undefined;
  const start: Settings = presets[scenario].settings;
  return start.text === text && start.backlog === backlog ? scenario : undefined;
};
