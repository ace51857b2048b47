import { isSettings, type Settings } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

const keys = [
  "show",
  "messages",
  "framing",
  "take",
  "pieceBytes",
  "pauseMs",
  "noDelay",
  "load",
  "isStopped",
  "heeds",
] as const satisfies readonly (keyof Settings)[];

/** The settings as the query of a link. */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  const start: Settings = presets[preset].settings;
  for (const key of keys) {
    const value = JSON.stringify(settings[key]);
    if (value !== JSON.stringify(start[key])) query.set(key, value);
  }
  return query.toString();
}

/** Reads such a query. If something in it does not fit, all is as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : "two-writes";
  const { settings } = presets[preset];
  const asked = keys.flatMap((key) => {
    const text = query.get(key);
    return text === null ? [] : [[key, parsed(text)] as const];
  });
  const changed: unknown = { ...settings, ...Object.fromEntries(asked) };
  return { preset, settings: isSettings(changed) ? changed : settings };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => summary(presets[id].settings) === summary(settings));

/** What of settings makes a difference to their run. */
const summary = (settings: Settings): string => {
  const { show, messages, framing, take, pieceBytes, pauseMs, noDelay } = settings;
  const { load, isStopped, heeds } = settings;
  return JSON.stringify(
    show === "messages"
      ? [messages, framing, framing === "none" ? "" : take, pieceBytes, pauseMs, noDelay]
      : [load, isStopped, heeds && isStopped, pauseMs, noDelay],
  );
};
