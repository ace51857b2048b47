import { calls, carriers, extras, type Settings, speakers, transports } from "./model.ts";

/** Whether a value, as a file holds it, is settings that this lab can show. */
export function isSettings(value: unknown): value is Settings {
  if (typeof value !== "object" || value === null) return false;
  const of = value as Record<string, unknown>;
  return (
    isOneOf(carriers, of.carries) &&
    isOneOf(transports, of.transport) &&
    isOneOf(speakers, of.speaker) &&
    isOneOf(calls, of.call) &&
    isOneOf(extras, of.extra) &&
    typeof of.text === "string" &&
    typeof of.bytes === "string" &&
    typeof of.fromStart === "boolean"
  );
}

const isOneOf = (names: readonly string[], value: unknown): boolean =>
  typeof value === "string" && names.includes(value);
