import { bounds, type Settings, scenarioIds } from "./model.ts";

/** Whether a value, as a file or an address holds it, is settings that this lab can show. */
export const isSettings = (value: unknown): value is Settings => {
  if (typeof value !== "object" || value === null) return false;
  const { scenario, text, backlog } = value as Readonly<Record<string, unknown>>;
  return (
    (scenarioIds as readonly unknown[]).includes(scenario) && isText(text) && isBacklog(backlog)
  );
};

const isText = (value: unknown): boolean =>
  typeof value === "string" && value.length > 0 && value.length <= bounds.textLength;

const isBacklog = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= bounds.mostBacklog;
