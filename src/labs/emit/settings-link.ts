import {
  type ClientName,
  type ClientSetting,
  clientNames,
  type Namespace,
  type NamespaceSettings,
  namespaces,
  otherNamespaces,
  pageCallIds,
  rooms,
  type Settings,
  serverCallIds,
  targetRooms,
} from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

/**
 * The settings as the query of a link. Event name and payload stay out of it, so that a link never
 * puts a stranger's words into a reader's lab.
 */
export function queryOf(settings: Settings, preset: PresetId): string {
  const query = new URLSearchParams({ preset });
  const start: Settings = presets[preset].settings;
  for (const name of ["from", "pageCall", "serverCall", "room"] as const) {
    if (settings[name] !== start[name]) query.set(name, settings[name]);
  }
  for (const who of clientNames) {
    const now = clientText(settings.clients[who]);
    if (now !== clientText(start.clients[who])) query.set(who, now);
  }
  const use = namespacesText(settings.namespaces);
  if (use !== namespacesText(start.namespaces)) query.set("namespaces", use);
  return query.toString();
}

/** Reads such a query. What is unknown or malformed in it is left as the preset has it. */
export function readQuery(search: string): { preset: PresetId; settings: Settings } {
  const query = new URLSearchParams(search);
  const named = query.get("preset") ?? "";
  const preset = isPresetId(named) ? named : "client-emit";
  const start: Settings = presets[preset].settings;
  const clients = { ...start.clients };
  for (const who of clientNames) clients[who] = readClient(query.get(who)) ?? clients[who];
  const { namespaces: startUse, ...plain } = start;
  const text = query.get("namespaces");
  const use = text === null ? startUse : readNamespaces(text);
  const settings: Settings = {
    ...plain,
    from: oneOf([...clientNames, "server"] as const, query.get("from")) ?? start.from,
    pageCall: oneOf(pageCallIds, query.get("pageCall")) ?? start.pageCall,
    serverCall: oneOf(serverCallIds, query.get("serverCall")) ?? start.serverCall,
    room: oneOf(targetRooms, query.get("room")) ?? start.room,
    clients,
    ...(use && { namespaces: use }),
  };
  return { preset, settings };
}

/** The preset that settings are, however the reader came to them. */
export const presetOf = (settings: Settings): PresetId | undefined =>
  Object.keys(presets)
    .filter(isPresetId)
    .find((id) => isSame(presets[id].settings, settings));

/** Whether two settings are the same to a run. */
export const isSame = (a: Settings, b: Settings): boolean =>
  a.event === b.event && a.payload === b.payload && summary(a) === summary(b);

const summary = (settings: Settings): string =>
  JSON.stringify([
    settings.from,
    settings.pageCall,
    settings.serverCall,
    settings.room,
    ...clientNames.map((who: ClientName) => clientText(settings.clients[who])),
    namespacesText(settings.namespaces),
  ]);

const clientText = ({ rooms: in_, listens, connected }: ClientSetting): string =>
  [...rooms.filter((room) => in_.includes(room)), listens && "listens", connected && "connected"]
    .filter(Boolean)
    .join("-");

/** `news.Ann-news.Bob-staff.fresh`: the chosen one, who joins what, and whether it is fresh. */
function namespacesText(use: NamespaceSettings | undefined): string {
  if (!use) return "";
  const joins = clientNames.flatMap((who) =>
    otherNamespaces
      .filter((name) => use.joins[who].includes(name))
      .map((name) => `${who}-${wordOf(name)}`),
  );
  return [wordOf(use.chosen), ...joins, ...(use.isFresh ? ["fresh"] : [])].join(".");
}

/** What is unknown in it is left out; an empty text is no namespaces at all. */
function readNamespaces(text: string): NamespaceSettings | undefined {
  const [first = "", ...rest] = text.split(".");
  const chosen = namespaces.find((name) => wordOf(name) === first);
  if (!chosen) return undefined;
  const joinsOf = (who: ClientName) =>
    otherNamespaces.filter((name) => rest.includes(`${who}-${wordOf(name)}`));
  const joins = { Ann: joinsOf("Ann"), Bob: joinsOf("Bob"), Cem: joinsOf("Cem") };
  return { chosen, joins, isFresh: rest.includes("fresh") };
}

/** A namespace without its slash, which an address would have to escape. */
const wordOf = (namespace: Namespace): string => namespace.slice(1) || "main";

function readClient(text: string | null): ClientSetting | undefined {
  if (text === null) return undefined;
  const parts = text.split("-");
  return {
    rooms: rooms.filter((room) => parts.includes(room)),
    listens: parts.includes("listens"),
    connected: parts.includes("connected"),
  };
}

const oneOf = <Name extends string>(names: readonly Name[], text: string | null) =>
  names.find((name) => name === text);
