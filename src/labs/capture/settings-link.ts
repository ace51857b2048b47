import { isPresetId, type PresetId, presets, type Settings } from "./presets.ts";

/** Reads the query of a link; without a sample that is known it is the first one. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const named = new URLSearchParams(search).get("preset") ?? "";
  const preset = isPresetId(named) ? named : "socket-io";
  return { preset, settings: presets[preset].settings };
}

/** The preset that settings are; none when the reader opened a file. */
export const presetOf = ({ sample }: Settings): PresetId | undefined =>
  isPresetId(sample) ? sample : undefined;
