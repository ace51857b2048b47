import type { WireField } from "../wire-field.ts";
import type { WiresharkField } from "./captures.ts";

/** What a field of ours is called in Wireshark, by the end of our field's id. */
export type WiresharkNames = Readonly<Record<string, RegExp>>;

/** How many fields were compared, and each that differs, in words. */
export interface Agreement {
  compared: number;
  differences: string[];
}

/**
 * Holds what Wireshark says of a packet against our fields: for each of its fields that `names`
 * has there must be one of ours at the same place with the same value.
 */
export function agreement(
  theirs: readonly WiresharkField[],
  ours: readonly WireField<string>[],
  names: WiresharkNames,
): Agreement {
  const differences: string[] = [];
  let compared = 0;
  for (const field of theirs) {
    const [name, , sizeBytes, , , isElsewhere] = field;
    const id = names[name];
    if (!id || sizeBytes === 0 || isElsewhere) continue;
    compared++;
    if (!ours.some((mine) => id.test(mine.id) && isSame(field, mine)))
      differences.push(`${field.join(" ")}: ${shown(ours, id)}`);
  }
  return { compared, differences };
}

const shown = (ours: readonly WireField<string>[], id: RegExp): string =>
  ours
    .filter((field) => id.test(field.id))
    .map((field) => `${field.id} ${field.from}–${field.to} ${field.value}`)
    .join("; ") || "we have none";

/** Whether a field of ours says the same of the same bytes. */
export function isSame(
  [, from, sizeBytes, hex, text]: WiresharkField,
  { from: start, to, bits, value }: WireField<string>,
): boolean {
  const [digits, bytes] = (hex ?? "").split("/");
  if (bytes !== undefined)
    return (
      Boolean(bits) &&
      start >= from &&
      to <= from + sizeBytes &&
      numberIn(value) === Number.parseInt(digits ?? "", 16)
    );
  if (start !== from || to !== from + sizeBytes) return false;
  const said = text ?? digits ?? "";
  return (
    isSameText(value, said) ||
    isSameText(value.replaceAll(" ", ""), digits ?? "") ||
    numberIn(value) === numberIn(said)
  );
}

/** Ours may show no more than the beginning. */
const isSameText = (mine: string, theirs: string): boolean =>
  mine.endsWith("…") ? theirs.startsWith(mine.slice(0, -1)) : mine === theirs;

/** The number that a value begins with: `5, five` and `0x0005` are the same. */
const numberIn = (value: string): number => {
  const [first = ""] = value.split(/[, ]/);
  return /^(0x[0-9a-f]+|\d+)$/i.test(first) ? Number(first) : Number.NaN;
};
