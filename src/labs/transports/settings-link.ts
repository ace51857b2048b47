import {
  type IntervalMs,
  intervalsMs,
  type Seed,
  type Settings,
  seeds,
  transports,
} from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

/** The settings as the query of a link. */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  const start: Settings = presets[preset].settings;
  if (String(settings.lanes) !== String(start.lanes)) query.set("lanes", String(settings.lanes));
  for (const name of ["everyMs", "seed"] as const) {
    if (settings[name] !== start[name]) query.set(name, String(settings[name]));
  }
  return query.toString();
}

/** Reads such a query. What is unknown in it is left as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : "side-by-side";
  const start: Settings = presets[preset].settings;
  const asked = query.get("lanes")?.split(",") ?? [];
  const lanes = transports.filter((lane) => asked.includes(lane));
  const everyMs = Number(query.get("everyMs")) as IntervalMs;
  const seed = Number(query.get("seed")) as Seed;
  return {
    preset,
    settings: {
      show: start.show,
      lanes: start.show === "news" && lanes.length > 0 ? lanes : start.lanes,
      everyMs: intervalsMs.includes(everyMs) ? everyMs : start.everyMs,
      seed: seeds.includes(seed) ? seed : start.seed,
    },
  };
}

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => summary(presets[id].settings) === summary(settings));

const summary = ({ show, lanes, everyMs, seed }: Settings): string =>
  JSON.stringify([
    show,
    lanes,
    lanes.includes("polling") ? everyMs : 0,
    show === "news" ? seed : 0,
  ]);
