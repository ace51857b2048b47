import { bounds, type Settings } from "./model.ts";
import { choiceNames, choices, tickNames } from "./settings-link.ts";

/** Whether a value, as a file holds it, is settings that this lab can show. */
export function isSettings(value: unknown): value is Settings {
  if (typeof value !== "object" || value === null) return false;
  const of = value as Record<string, unknown>;
  return (
    choiceNames.every((name) => (choices[name] as readonly unknown[]).includes(of[name])) &&
    tickNames.every((name) => typeof of[name] === "boolean") &&
    typeof of.text === "string" &&
    of.text.length <= bounds.textLength
  );
}
