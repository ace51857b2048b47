/**
 * The table engine: a header is a list of rows, most significant bit first, in the order of its
 * standard. Offsets, codec and view are computed from the same rows.
 *
 * Leaves out: options of variable length, which have tables of their own, and checksums and
 * lengths, which are functions of their own: a codec never repairs silently.
 */
import { fail, ok, type Result } from "#lib/result.ts";
import { numberOf, readBits, readNumber, writeBits } from "./bits.ts";
import { viewOf } from "./header-view.ts";
import { type Truncated, truncated } from "./truncated.ts";
import type { WireField } from "./wire-field.ts";

/** What each kind of row holds. `number` has at most 53 bits; `bytes` begins and ends on a byte. */
interface Kinds {
  flag: boolean;
  number: number;
  big: bigint;
  bytes: Uint8Array;
}

type Kind = keyof Kinds;

interface RowOf<K extends Kind> {
  /** The key of its value. Shown in words, `dstPort` as "dst port", unless `label` says it better. */
  name: string;
  label?: string;
  bits: number;
  kind: K;
  /** The value as readers see it; by default the number itself. */
  show?: (value: Kinds[K]) => string;
  /** What the field is for, in a sentence. */
  doc: string;
  source: string;
}

/** One field of a header. */
export type HeaderRow = { [K in Kind]: RowOf<K> }[Kind];

/** A header with the offset of each row, in bits. */
export interface HeaderTable<Rows extends readonly HeaderRow[] = readonly HeaderRow[]> {
  name: string;
  rows: Rows;
  offsets: readonly number[];
  sizeBytes: number;
}

/** The parsed header: one value for each row, by name. */
export type HeaderValues<Rows extends readonly HeaderRow[]> = {
  [Row in Rows[number] as Row["name"]]: Kinds[Row["kind"]];
};

/** Declares a header. Throws when its rows do not fill whole bytes, or one does not fit its kind. */
export function defineHeader<const Rows extends readonly HeaderRow[]>(
  name: string,
  rows: Rows,
): HeaderTable<Rows> {
  let bits = 0;
  const offsets = rows.map((row) => {
    const offset = bits;
    bits += row.bits;
    checkRow(name, row, offset);
    return offset;
  });
  if (bits % 8 !== 0) throw new Error(`${name}: bits = ${bits}, must fill whole bytes`);
  return { name, rows, offsets, sizeBytes: bits / 8 };
}

/** Reads the header at `at`. Every bit pattern is a header; only bytes can be missing. */
export function decodeHeader<Rows extends readonly HeaderRow[]>(
  table: HeaderTable<Rows>,
  bytes: Uint8Array,
  at = 0,
): Result<HeaderValues<Rows>, Truncated> {
  const need = at + table.sizeBytes;
  if (bytes.length < need) return fail(truncated(need, bytes.length));
  const values = table.rows.map((row, index) => [row.name, valueAt(table, row, index, bytes, at)]);
  return ok(Object.fromEntries(values) as HeaderValues<Rows>);
}

/** Writes the header. Throws when a value does not fit its row. */
export function encodeHeader<Rows extends readonly HeaderRow[]>(
  table: HeaderTable<Rows>,
  values: HeaderValues<Rows>,
): Uint8Array {
  const bytes = new Uint8Array(table.sizeBytes);
  for (const [index, row] of table.rows.entries()) {
    const value = (values as Record<string, Kinds[Kind]>)[row.name];
    writeBits(bytes, offsetOf(table, index), bitsOf(table.name, row, value), row.bits);
  }
  return bytes;
}

/** The view of a header whose bytes are all there: one field for each row. */
export function headerFields<Layer extends string>(
  table: HeaderTable,
  bytes: Uint8Array,
  at: number,
  layer: Layer,
): WireField<Layer>[] {
  const fields: WireField<Layer>[] = [];
  viewOf(table, layer).read(bytes, at, at + table.sizeBytes, fields);
  return fields;
}

const offsetOf = (table: HeaderTable, index: number): number => table.offsets[index] ?? 0;

function valueAt(
  table: HeaderTable,
  row: HeaderRow,
  index: number,
  bytes: Uint8Array,
  at: number,
): Kinds[Kind] {
  const offset = at * 8 + offsetOf(table, index);
  if (row.kind === "bytes") return bytes.slice(offset / 8, (offset + row.bits) / 8);
  if (row.kind === "big") return readBits(bytes, offset, row.bits);
  const value = readNumber(bytes, offset, row.bits);
  return row.kind === "flag" ? value === 1 : value;
}

function bitsOf(table: string, row: HeaderRow, value: Kinds[Kind] | undefined): bigint {
  const where = `${table}.${row.name}`;
  if (row.kind === "bytes") return bytesValue(where, row, value);
  const number = numberOf(value);
  if (number === undefined || number < 0n || number >= 1n << BigInt(row.bits))
    throw new Error(`${where} = ${String(value)}, must be a whole number of ${row.bits} bits`);
  return number;
}

function bytesValue(where: string, row: HeaderRow, value: Kinds[Kind] | undefined): bigint {
  if (!(value instanceof Uint8Array) || value.length * 8 !== row.bits)
    throw new Error(`${where} = ${String(value)}, must be ${row.bits / 8} bytes`);
  return readBits(value, 0, row.bits);
}

function checkRow(table: string, { name, kind, bits }: HeaderRow, offset: number): void {
  const where = `${table}.${name}`;
  if (bits < 1) throw new Error(`${where}: bits = ${bits}, must be at least 1`);
  if (kind === "flag" && bits !== 1) throw new Error(`${where}: bits = ${bits}, a flag has 1`);
  if (kind === "number" && bits > 53)
    throw new Error(`${where}: bits = ${bits}, a number has at most 53; take big`);
  if (kind === "bytes" && (offset % 8 !== 0 || bits % 8 !== 0))
    throw new Error(`${where}: offset = ${offset}, bytes begin and end on a byte`);
}
