import type { WireField } from "../wire-field.ts";

/** What both kinds of dissection have. */
interface Owned {
  bytes: Uint8Array;
  plain: Uint8Array;
  fields: readonly WireField<string>[];
}

/** Says what is wrong with the fields of a dissection: bits without an owner, or with two; ids that come twice. */
export function ownershipFaults({ bytes, plain, fields }: Owned): string[] {
  const faults: string[] = [];
  const owned = new Uint8Array(bytes.length);
  for (const { id, from, to, bits } of fields) {
    if (to <= from) faults.push(`${id} is empty`);
    for (let at = from; at < to; at++) {
      const mine = bits ? bitMask(bits, at - from) : 0xff;
      if ((owned[at] ?? 0) & mine) faults.push(`${id} takes byte ${at} from another field`);
      owned[at] = (owned[at] ?? 0) | mine;
    }
  }
  const lost = owned.findIndex((mask) => mask !== 0xff);
  if (lost >= 0) faults.push(`byte ${lost} belongs to nobody`);
  if (plain.length !== bytes.length) faults.push("the unmasked bytes have another length");
  if (new Set(fields.map(({ id }) => id)).size !== fields.length) faults.push("an id comes twice");
  if (fields.some(({ from }, index) => from < (fields[index - 1]?.from ?? 0)))
    faults.push("fields are out of order");
  return faults;
}

const bitMask = ([from, to]: [number, number], byte: number): number => {
  const start = Math.max(0, from - byte * 8);
  const end = Math.min(8, to - byte * 8);
  return (0xff >> start) & (0xff << (8 - end)) & 0xff;
};
