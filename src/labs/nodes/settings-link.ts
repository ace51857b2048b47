import { type Settings, transportChoices } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

const yesOrNo = ["true", "false"] as const;
const choices = {
  transports: transportChoices,
  isSticky: yesOrNo,
  hasAdapter: yesOrNo,
  isEmitting: yesOrNo,
} as const satisfies Record<keyof Settings, readonly string[]>;
const names = Object.keys(choices) as (keyof Settings)[];

/** The settings as the query of a link. */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  for (const name of names) {
    if (settings[name] !== presets[preset].settings[name]) query.set(name, String(settings[name]));
  }
  return query.toString();
}

/** Reads such a query. What is unknown in it is left as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : "no-adapter";
  const start: Settings = presets[preset].settings;
  const read = names.map((name) => {
    const known: readonly string[] = choices[name];
    const asked = query.get(name) ?? "";
    return [name, known.includes(asked) ? settingOf(asked) : start[name]] as const;
  });
  return { preset, settings: Object.fromEntries(read) as unknown as Settings };
}

const settingOf = (text: string): string | boolean =>
  text === "true" || text === "false" ? text === "true" : text;

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => names.every((name) => presets[id].settings[name] === settings[name]));
