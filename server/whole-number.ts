import { fail, ok, type Result } from "#lib/result.ts";
import { readSetting, refuse } from "./setting.ts";

/** A whole number in the environment: its variable, its bounds (inclusive) and its default. */
export interface WholeNumberRule {
  env: string;
  min: number;
  max: number;
  fallback: number;
  unit?: string;
  /** Value shown in the sentence; the default when absent. */
  example?: string;
}

/** Reads a whole number in decimal digits. Fails with a sentence. */
export function readWholeNumber(
  env: NodeJS.ProcessEnv,
  rule: WholeNumberRule,
): Result<number, string> {
  const text = readSetting(env, rule.env);
  if (text === undefined) return ok(rule.fallback);
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= rule.min && value <= rule.max) return ok(value);
  const unit = rule.unit ? ` (${rule.unit})` : "";
  return fail(
    refuse({
      env: rule.env,
      text,
      rule: `a whole number from ${rule.min} to ${rule.max}${unit}`,
      example: rule.example ?? String(rule.fallback),
    }),
  );
}
