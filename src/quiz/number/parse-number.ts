import { fail, ok, type Result } from "#lib/result.ts";

/** Why a text is not read as a number. */
export type NumberTrouble = "empty" | "not-a-number" | "two-ways";

const SPACED = /(?<=\d)[ _'’](?=\d{3}(?!\d))/g;
const WITH_COMMAS = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^-?\d+([.,]\d+)?(e[+-]?\d{1,2})?$/i;
const HEXADECIMAL = /^0x[0-9a-f]{1,13}$/i;

/** `1.500` is 1500 to some readers and 1.5 to others. `0.125` is one number to all. */
const TWO_WAYS = /^-?[1-9]\d{0,2}\.\d{3}$/;

const withoutUnit = (text: string, unit: string): string =>
  unit !== "" && text.toLowerCase().endsWith(unit.toLowerCase())
    ? text.slice(0, -unit.length).trimEnd()
    : text;

/**
 * Reads a number as people type it: `1500`, `1,500`, `1 500`, `0.5`, `0,5`, `0x0f`, `15 bytes`.
 * Fails where there is none, or where two readings differ by a factor of 1000.
 */
export const parseNumber = (typed: string, unit = ""): Result<number, NumberTrouble> => {
  const oneLine = typed.replace(/\s+/g, " ").replace(/[−–]/g, "-").trim();
  const text = withoutUnit(oneLine, unit).replace(SPACED, "");
  if (text === "") return fail("empty");
  if (TWO_WAYS.test(text)) return fail("two-ways");
  if (WITH_COMMAS.test(text)) return ok(Number(text.replaceAll(",", "")));
  if (PLAIN.test(text)) return ok(Number(text.replace(",", ".")));
  return HEXADECIMAL.test(text) ? ok(Number(text)) : fail("not-a-number");
};
