import {
  type ClientSetting,
  clientNames,
  guestName,
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
    areClients(value.clients)
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

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const isOneOf = (names: readonly string[], value: unknown): boolean =>
  typeof value === "string" && names.includes(value);
