/** A header table as its fields are shown: what is the same for every packet is made once. */
import { hexOf } from "./bits.ts";
import { fieldId, words } from "./field-id.ts";
import { type FieldIds, idNumber, numberedId } from "./field-ids.ts";
import type { HeaderRow, HeaderTable, HeaderValues } from "./header.ts";
import { type HeaderValue, type RowReader, rowReader } from "./row-reader.ts";
import type { WireField } from "./wire-field.ts";

interface RowView {
  row: HeaderRow;
  read: RowReader;
  id: string;
  idNumber: number;
  name: string;
  /** Offsets from the beginning of the header. */
  from: number;
  to: number;
  bits: [from: number, to: number] | undefined;
}

/** Reads headers of one table into values and fields of one layer. */
export class HeaderView<Rows extends readonly HeaderRow[], Layer extends string = string> {
  readonly table: HeaderTable<Rows>;
  readonly layer: Layer;
  readonly group: string;
  readonly #rows: readonly RowView[];

  /** `group` tells apart fields of the same name in one layer: `ipv6.fragment-next-header`. */
  constructor(table: HeaderTable<Rows>, layer: Layer, group = "") {
    this.table = table;
    this.layer = layer;
    this.group = group;
    this.#rows = table.rows.map((row, index) =>
      rowView(row, table.offsets[index] ?? 0, layer, group),
    );
  }

  /**
   * Adds the fields of rows that are there as a whole, and gives their values. With `ids`, fields
   * whose ids come again are numbered.
   */
  read(
    bytes: Uint8Array,
    at: number,
    to: number,
    fields: WireField<Layer>[],
    ids?: FieldIds,
  ): HeaderValues<Rows> {
    const values: Record<string, HeaderValue> = {};
    const end = at + this.table.sizeBytes <= to ? this.#rows.length : this.#rowsWithin(to - at);
    for (let index = 0; index < end; index++) {
      const view = this.#rows[index] as RowView;
      const value = view.read(bytes, at);
      values[view.row.name] = value;
      const id = ids ? numberedId(view.id, ids.count(view.idNumber)) : view.id;
      fields.push(fieldAt(view, this.layer, at, id, value));
    }
    return values as HeaderValues<Rows>;
  }

  /** Where the rows end that `read` gives. */
  readTo(at: number, to: number): number {
    return at + (this.#rows[this.#rowsWithin(to - at) - 1]?.to ?? 0);
  }

  /** How many rows fill the first bytes; rows that share a byte are all there, or none is. */
  #rowsWithin(sizeBytes: number): number {
    let count = 0;
    for (const [index, { to, bits }] of this.#rows.entries())
      if (to <= sizeBytes && (bits?.[1] ?? 0) % 8 === 0) count = index + 1;
    return count;
  }
}

const views = new WeakMap<HeaderTable, Map<string, HeaderView<readonly HeaderRow[]>>>();

/** The view of a table without a group, made once for each layer. */
export function viewOf<Layer extends string>(
  table: HeaderTable,
  layer: Layer,
): HeaderView<readonly HeaderRow[], Layer> {
  const ofTable = views.get(table) ?? new Map<string, HeaderView<readonly HeaderRow[]>>();
  views.set(table, ofTable);
  const view = ofTable.get(layer) ?? new HeaderView(table, layer);
  ofTable.set(layer, view);
  return view as HeaderView<readonly HeaderRow[], Layer>;
}

function rowView(row: HeaderRow, bitFrom: number, layer: string, group: string): RowView {
  const from = Math.floor(bitFrom / 8);
  const to = Math.ceil((bitFrom + row.bits) / 8);
  const start = bitFrom % 8;
  const isWhole = start === 0 && row.bits % 8 === 0;
  const id = fieldId(layer, words(group ? `${group} ${row.name}` : row.name));
  const name = row.label ?? words(row.name);
  const bits: RowView["bits"] = isWhole ? undefined : [start, start + row.bits];
  const read = rowReader(row, bitFrom);
  return { row, read, id, idNumber: idNumber(id), name, from, to, bits };
}

function fieldAt<Layer extends string>(
  view: RowView,
  layer: Layer,
  at: number,
  id: string,
  read: HeaderValue,
): WireField<Layer> {
  const { row, name, bits } = view;
  const from = at + view.from;
  const to = at + view.to;
  const value = shown(row, read);
  const { doc: meaning, source } = row;
  if (!bits) return { id, layer, name, from, to, value, meaning, source };
  return { id, layer, name, from, to, bits, value, meaning, source };
}

function shown(row: HeaderRow, value: HeaderValue): string {
  if (row.show) return (row.show as (value: HeaderValue) => string)(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  return value instanceof Uint8Array ? hexOf(value) : String(value);
}
