import { fieldId } from "./field-id.ts";
import { preview } from "./text.ts";
import type { WireField, WireLayer } from "./wire-field.ts";

/** A leaf that needs no table: what is said of bytes `from` to `to`. */
interface LeafText {
  layer: WireLayer;
  name: string;
  meaning: string;
  source: string;
  /** By default the bytes as text. */
  value?: string;
}

/** A field over `bytes[from, to)`; its id comes from its layer and name. */
export function leaf(bytes: Uint8Array, from: number, to: number, text: LeafText): WireField {
  const { layer, name, meaning, source, value = preview(bytes.subarray(from, to)) } = text;
  return { id: fieldId(layer, name), layer, name, from, to, value, meaning, source };
}

/** Numbers the ids of fields that come more than once: `engine.io.type`, `engine.io.type-2`. */
export function withUniqueIds<Layer extends string>(
  fields: readonly WireField<Layer>[],
): WireField<Layer>[] {
  const taken = new Map<string, number>();
  return fields.map((field) => {
    let count = taken.get(field.id);
    if (count === undefined) {
      taken.set(field.id, 1);
      return field;
    }
    do count++;
    while (taken.has(`${field.id}-${count}`));
    taken.set(field.id, count);
    taken.set(`${field.id}-${count}`, 1);
    return { ...field, id: `${field.id}-${count}` };
  });
}

/** Bytes of each layer, where fields smaller than a byte share it. */
export function layerBytes(fields: readonly WireField[]): Partial<Record<WireLayer, number>> {
  const sums: Partial<Record<WireLayer, number>> = {};
  for (const { layer, from, to, bits } of fields)
    if (!bits || bits[0] === 0) sums[layer] = (sums[layer] ?? 0) + to - from;
  return sums;
}
