import {
  type ClientSetting,
  clientNames,
  guestName,
  type NamespaceSettings,
  namespaces,
  otherNamespaces,
  pageCallIds,
  rooms,
  type Settings,
  serverCallIds,
  targetRooms,
} from "./model.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value, as a file holds it, is settings that this lab can show. */
export function isSettings(value: unknown): value is Settings {
  return (
    isObject(value) &&
    isOneOf([...clientNames, guestName, "server"], value.from) &&
    isOneOf(pageCallIds, value.pageCall) &&
    isOneOf(serverCallIds, value.serverCall) &&
    isOneOf(targetRooms, value.room) &&
    typeof value.event === "string" &&
    typeof value.payload === "string" &&
    areClients(value.clients) &&
    (value.namespaces === undefined || areNamespaces(value.namespaces))
  );
}

const areClients = (value: unknown): boolean =>
  isObject(value) && [...clientNames, guestName].every((who) => isClient(value[who]));

const isClient = (value: unknown): value is ClientSetting =>
  isObject(value) &&
  typeof value.listens === "boolean" &&
  typeof value.connected === "boolean" &&
  Array.isArray(value.rooms) &&
  value.rooms.every((room) => isOneOf(rooms, room));

const areNamespaces = (value: unknown): value is NamespaceSettings =>
  isObject(value) &&
  isOneOf(namespaces, value.chosen) &&
  typeof value.isFresh === "boolean" &&
  isObject(value.joins) &&
  clientNames.every((who) => areJoins((value.joins as Fields)[who]));

const areJoins = (value: unknown): boolean =>
  Array.isArray(value) && value.every((name) => isOneOf(otherNamespaces, name));

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const isOneOf = (names: readonly string[], value: unknown): boolean =>
  typeof value === "string" && names.includes(value);
