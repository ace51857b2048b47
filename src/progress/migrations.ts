import { fail, ok, type Result } from "#lib/result.ts";
import { currentFormat } from "./format.ts";

/** From a format to the next one. Gets unchecked data: the result is checked after the last step. */
export type Migrations = Readonly<Record<number, (old: object) => object>>;

/** Format 1 is the first, so there is no step yet. The step from n to n + 1 is filed under n. */
export const migrations: Migrations = {};

/**
 * Brings data of an older format to the current one, step by step.
 *
 * Fails with `newer` for a format that this code does not know yet, and with `damaged` when there
 * is no format number or no step from it.
 */
export const migrate = (
  data: object,
  steps: Migrations = migrations,
  target: number = currentFormat,
): Result<object, "newer" | "damaged"> => {
  const format = "format" in data ? data.format : undefined;
  if (typeof format !== "number") return fail("damaged");
  if (format > target) return fail("newer");
  if (format === target) return ok(data);
  const step = steps[format];
  return step ? migrate({ ...step(data), format: format + 1 }, steps, target) : fail("damaged");
};
