import {
  answerIds,
  type ClientName,
  callIds,
  clientNames,
  type Policy,
  recoveryIds,
  type Settings,
  scenarioIds,
} from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

/** The settings as the query of a link. */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  const start: Settings = presets[preset].settings;
  for (const name of ["scenario", "recovery", "answers"] as const) {
    if (settings[name] !== start[name]) query.set(name, settings[name]);
  }
  if (settings.isIdempotent !== start.isIdempotent) {
    query.set("idempotent", settings.isIdempotent ? "yes" : "no");
  }
  for (const who of clientNames) {
    const now = policyText(settings.clients[who]);
    if (now !== policyText(start.clients[who])) query.set(who, now);
  }
  return query.toString();
}

/** Reads such a query. What is unknown or malformed in it is left as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : "cut";
  const start: Settings = presets[preset].settings;
  const clients = { ...start.clients };
  for (const who of clientNames) clients[who] = readPolicy(query.get(who)) ?? clients[who];
  const idempotent = oneOf(["yes", "no"] as const, query.get("idempotent"));
  const settings: Settings = {
    scenario: oneOf(scenarioIds, query.get("scenario")) ?? start.scenario,
    recovery: oneOf(recoveryIds, query.get("recovery")) ?? start.recovery,
    answers: oneOf(answerIds, query.get("answers")) ?? start.answers,
    isIdempotent: idempotent ? idempotent === "yes" : start.isIdempotent,
    clients,
  };
  return { preset, settings };
}

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => isSame(presets[id].settings, settings));

/** Whether two settings are the same to a run. */
export const isSame = (a: Settings, b: Settings): boolean => summary(a) === summary(b);

const summary = ({ scenario, recovery, answers, isIdempotent, clients }: Settings): string =>
  JSON.stringify([
    scenario,
    recovery,
    answers,
    isIdempotent,
    ...clientNames.map((who: ClientName) => policyText(clients[who])),
  ]);

const policyText = ({ call, replays }: Policy): string => (replays ? `${call}.replays` : call);

function readPolicy(text: string | null): Policy | undefined {
  const [name = "", replays] = (text ?? "").split(".");
  const call = oneOf(callIds, name);
  return call && { call, replays: replays === "replays" };
}

const oneOf = <Name extends string>(names: readonly Name[], text: string | null) =>
  names.find((name) => name === text);
