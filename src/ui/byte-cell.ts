import type { WireField } from "#wire/wire-field.ts";
import { layerName } from "./layer-names.ts";

/** Something said of some bytes, with a sign of its own: covered up, or marked by a quiz. */
export interface ByteMark {
  from: number;
  to: number;
  look: "covered" | "right" | "wrong" | "missed";
  /** In words, for those who do not see the sign. */
  says: string;
}

/** A field of any layer, known or to come. */
export type AnyField = WireField<string>;

/** What one cell of the grid shows and says. */
export interface ByteCell {
  at: number;
  hex: string;
  char: string;
  layer: string | undefined;
  /** Whether a field begins here. */
  isFirst: boolean;
  mark: ByteMark | undefined;
  says: string;
}

const printable = (byte: number): string =>
  byte >= 0x21 && byte <= 0x7e ? String.fromCharCode(byte) : "·";

const charWords: Readonly<Record<number, string>> = { 10: "LF", 13: "CR", 32: "space" };

const spoken = (byte: number): string =>
  charWords[byte] ?? (printable(byte) === "·" ? "" : printable(byte));

/** The cells of bytes `from` to `to`. Fields and marks are in order of their bytes. */
export function byteCells(
  bytes: Uint8Array,
  fields: readonly AnyField[],
  marks: readonly ByteMark[],
  count: number,
): ByteCell[] {
  const owners = ownersOf(fields, count);
  return Array.from(bytes.subarray(0, count), (byte, at) => {
    const owned = owners[at] ?? [];
    const mark = marks.find(({ from, to }) => at >= from && at < to);
    return {
      at,
      hex: byte.toString(16).padStart(2, "0"),
      char: printable(byte),
      layer: owned[0]?.layer,
      isFirst: owned.some(({ from }) => from === at),
      mark,
      says: said(at, byte, owned, mark),
    };
  });
}

/** The fields of each byte; several where they are smaller than one. */
function ownersOf(fields: readonly AnyField[], count: number): AnyField[][] {
  const owners: AnyField[][] = Array.from({ length: count }, () => []);
  for (const field of fields)
    for (let at = field.from; at < Math.min(field.to, count); at++) owners[at]?.push(field);
  return owners;
}

function said(at: number, byte: number, owned: readonly AnyField[], mark?: ByteMark): string {
  const hex = byte.toString(16).padStart(2, "0");
  const names = owned.map(({ name }) => name).join(", ");
  const layer = owned[0] ? `${layerName(owned[0].layer)}: ${names}` : "";
  return [`byte ${at}`, `hex ${hex}`, spoken(byte), layer, mark?.says ?? ""]
    .filter((part) => part !== "")
    .join(", ");
}
