import { isSettings, type RelaySettings, type Settings } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

const usualPreset: PresetId = "burst";

/** What a query may hold, each a value of the settings or of the relay. */
const texts = ["payload", "peer", "buffer", "way"] as const;
const numbers = ["count", "sizeBytes", "everyMs"] as const;
const switches = ["isConnected", "besideTcp"] as const;
const ofRelay = ["lossPercent", "doublePercent", "delayMs", "spreadMs", "seed"] as const;

/** The settings as the query of a link. */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  const start: Settings = presets[preset].settings;
  for (const name of [...texts, ...numbers, ...switches])
    if (settings[name] !== start[name]) query.set(name, String(settings[name]));
  for (const name of ofRelay)
    if (settings.relay[name] !== start.relay[name]) query.set(name, String(settings.relay[name]));
  return query.toString();
}

/** Reads such a query. What does not fit together is left as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : usualPreset;
  const start: Settings = presets[preset].settings;
  const asked: Record<string, unknown> = { ...start, relay: relayIn(query, start.relay) };
  for (const name of texts) if (query.has(name)) asked[name] = query.get(name);
  for (const name of numbers) if (query.has(name)) asked[name] = Number(query.get(name));
  for (const name of switches) if (query.has(name)) asked[name] = query.get(name) === "true";
  return { preset, settings: isSettings(asked) ? asked : start };
}

const relayIn = (query: URLSearchParams, start: RelaySettings): RelaySettings => {
  const relay = { ...start };
  for (const name of ofRelay) if (query.has(name)) relay[name] = Number(query.get(name));
  return relay;
};

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => summary(presets[id].settings) === summary(settings));

/** What makes a difference to a run. */
const summary = (settings: Settings): string => {
  const { payload, count, sizeBytes, everyMs, peer, isConnected, buffer, way, relay, besideTcp } =
    settings;
  const load = payload === "words" ? [payload] : [count, sizeBytes, everyMs];
  return JSON.stringify([load, peer, isConnected, buffer, besideTcp, way === "relay" ? relay : 0]);
};
