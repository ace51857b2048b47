import { fail, ok, type Result } from "#lib/result.ts";
import {
  confidences,
  currentFormat,
  type ItemProgress,
  type Progress,
  type Try,
} from "./format.ts";
import { migrate } from "./migrations.ts";

/** Why stored or imported data cannot be read. */
export type ParseFailure = "damaged" | "newer";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTime = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));

const isTry = (value: unknown): value is Try =>
  isObject(value) &&
  isTime(value.atIso) &&
  typeof value.right === "boolean" &&
  confidences.some((confidence) => confidence === value.confidence) &&
  Array.isArray(value.chosen) &&
  value.chosen.every((id) => typeof id === "string");

const isItemProgress = (value: unknown): value is ItemProgress =>
  isObject(value) &&
  typeof value.hash === "string" &&
  Array.isArray(value.tries) &&
  value.tries.every(isTry);

const isEntry = (entry: [string, unknown]): entry is [string, ItemProgress] =>
  /^[a-z0-9-]+$/.test(entry[0]) && isItemProgress(entry[1]);

const isItems = (value: unknown): value is Progress["items"] =>
  isObject(value) && Object.entries(value).every(isEntry);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readItems = (text: string): Result<unknown, ParseFailure> => {
  const data = parseJson(text);
  if (!isObject(data)) return fail("damaged");
  const migrated = migrate(data);
  if (!migrated.ok) return migrated;
  return ok("items" in migrated.value ? migrated.value.items : undefined);
};

/** Reads progress from JSON text: migrates an older format, checks every value. */
export const parseProgress = (text: string): Result<Progress, ParseFailure> => {
  const items = readItems(text);
  if (!items.ok) return items;
  return isItems(items.value) ? ok({ format: currentFormat, items: items.value }) : fail("damaged");
};

/** The entries of a damaged text that can still be read; the others are left out. */
export const salvageProgress = (text: string): Progress => {
  const items = readItems(text);
  const entries = items.ok && isObject(items.value) ? Object.entries(items.value) : [];
  return { format: currentFormat, items: Object.fromEntries(entries.filter(isEntry)) };
};
