import { calls, carriers, extras, type Settings, speakers, transports } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

const choices = {
  carries: carriers,
  transport: transports,
  speaker: speakers,
  call: calls,
  extra: extras,
};
type Choice = keyof typeof choices;
const choiceNames = Object.keys(choices) as Choice[];

/**
 * The settings as the query of a link. Text and bytes stay out of it, so that a link never puts a
 * stranger's words into a reader's lab.
 */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  const start: Settings = presets[preset].settings;
  for (const name of choiceNames)
    if (settings[name] !== start[name]) query.set(name, settings[name]);
  if (settings.fromStart !== start.fromStart) query.set("fromStart", `${settings.fromStart}`);
  return query.toString();
}

/** Reads such a query. What is unknown in it is left as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : "event";
  const start: Settings = presets[preset].settings;
  const chosen = choiceNames.flatMap((name) => {
    const value = (choices[name] as readonly string[]).find((known) => known === query.get(name));
    return value === undefined ? [] : [[name, value]];
  });
  const fromStart = query.has("fromStart") ? query.get("fromStart") === "true" : start.fromStart;
  return { preset, settings: possible({ ...start, ...Object.fromEntries(chosen), fromStart }) };
}

/** The nearest settings that can be run: not everything goes with everything. */
export function possible(settings: Settings): Settings {
  const { carries, speaker, call, extra } = settings;
  const isPlain = carries === "plain";
  const isAnn = speaker === "Ann";
  return {
    ...settings,
    ...(isPlain && { transport: "websocket" as const }),
    ...((isPlain ? call === "ask" : call === "close") && { call: "say" as const }),
    ...(!isAnn && { call: "say" as const }),
    ...(extra === "too-long" && !isAnn && { extra: "long" as const }),
    ...(extra === "longest" && speaker !== "server" && { extra: "long" as const }),
  };
}

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => summary(presets[id].settings) === summary(settings));

const summary = (settings: Settings): string =>
  JSON.stringify([
    ...choiceNames.map((name) => settings[name]),
    settings.text,
    settings.extra === "bytes" ? settings.bytes : "",
    settings.fromStart,
  ]);
