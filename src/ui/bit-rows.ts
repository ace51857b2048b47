import type { AnyField } from "./byte-cell.ts";

/** A piece of a field in one row of the drawing. */
export interface BitPiece {
  field: AnyField;
  /** First bit in its row, from 0. */
  from: number;
  bits: number;
  /** Whether the field begins, and ends, with it. */
  isFirst: boolean;
  isLast: boolean;
}

/** One row: so many bits, and the pieces that fill it. */
export interface BitRow {
  /** Offset of the row's first byte in its header. */
  at: number;
  pieces: BitPiece[];
}

/** Where a field stands, in bits from the first byte of its header. */
function spanOf({ from, to, bits }: AnyField, origin: number): { from: number; to: number } {
  const start = (from - origin) * 8;
  return bits
    ? { from: start + bits[0], to: start + bits[1] }
    : { from: start, to: (to - origin) * 8 };
}

/**
 * The fields of one header as rows of so many bits, as standards draw them. A field that is longer
 * than a row goes on in the next.
 *
 * @param fields of one header, in order
 * @param mostRows after these the rest is left out
 */
export function bitRows(fields: readonly AnyField[], bitsPerRow: number, mostRows = 16): BitRow[] {
  const origin = fields[0]?.from ?? 0;
  const rows: BitRow[] = [];
  for (const field of fields) {
    const { from, to } = spanOf(field, origin);
    for (let at = from; at < to; ) {
      const index = Math.floor(at / bitsPerRow);
      if (index >= mostRows) return rows;
      const end = Math.min(to, (index + 1) * bitsPerRow);
      rows[index] ??= { at: (index * bitsPerRow) / 8, pieces: [] };
      const place = { from: at % bitsPerRow, bits: end - at };
      rows[index]?.pieces.push({ field, ...place, isFirst: at === from, isLast: end === to });
      at = end;
    }
  }
  return rows;
}
