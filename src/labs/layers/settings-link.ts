import {
  carriers,
  edits,
  ipVersions,
  isOverTcp,
  nextMtus,
  routes,
  type Settings,
  sizes,
  ttls,
} from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

/** What can be chosen, and the values of each. Text stays out: a link never brings a stranger's. */
export const choices = {
  carrier: carriers,
  ip: ipVersions,
  size: sizes,
  ttl: ttls,
  route: routes,
  nextMtu: nextMtus,
  edit: edits,
} as const;
type Choice = keyof typeof choices;
export const choiceNames = Object.keys(choices) as Choice[];
export const tickNames = ["isTagged", "hasTimestamps", "dontFragment"] as const;

/** The settings as the query of a link. */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  const start: Settings = presets[preset].settings;
  for (const name of [...choiceNames, ...tickNames])
    if (settings[name] !== start[name]) query.set(name, `${settings[name]}`);
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
  const ticked = tickNames.flatMap((name) =>
    query.has(name) ? [[name, query.get(name) === "true"]] : [],
  );
  const asked = { ...start, ...Object.fromEntries([...chosen, ...ticked]) };
  return { preset, settings: possible(asked) };
}

/** The nearest settings that can be run: not everything goes with everything. */
export function possible(settings: Settings): Settings {
  const { carrier, ip, edit } = settings;
  const isShort = carrier === "dns" || (edit === "letter" && settings.text === "");
  return {
    ...settings,
    ...(isShort && { size: "typed" as const }),
    ...(!isOverTcp(settings) && { hasTimestamps: false }),
    ...((isOverTcp(settings) || ip === "ipv6") && { dontFragment: false }),
    ...(settings.route === "none" && { nextMtu: "1500" as const }),
    ...(ip === "ipv6" && settings.route === "nat" && { route: "router" as const }),
  };
}

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => summary(presets[id].settings) === summary(settings));

const summary = (settings: Settings): string =>
  JSON.stringify([...choiceNames, ...tickNames, "text" as const].map((name) => settings[name]));
