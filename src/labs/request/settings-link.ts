import { type Plot, plots, type Settings, type Way, ways } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

/** The settings as the query of a link. */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  const start: Settings = presets[preset].settings;
  for (const name of ["way", "plot", "isListening"] as const) {
    if (settings[name] !== start[name]) query.set(name, String(settings[name]));
  }
  return query.toString();
}

/** Reads such a query. What is unknown in it is left as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : "ask";
  const start: Settings = presets[preset].settings;
  const way = query.get("way") as Way;
  const plot = query.get("plot") as Plot;
  const isListening = query.get("isListening");
  return {
    preset,
    settings: {
      way: ways.includes(way) ? way : start.way,
      plot: plots.includes(plot) ? plot : start.plot,
      isListening: isListening === null ? start.isListening : isListening !== "false",
    },
  };
}

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => summary(presets[id].settings) === summary(settings));

const summary = ({ way, plot, isListening }: Settings): string => [way, plot, isListening].join();
