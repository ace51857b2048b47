import type { FrameParts } from "./layer-parts.ts";

/** A field that has another value than before. */
export interface Change {
  layer: string;
  field: string;
  before: string;
  after: string;
}

/** The fields of two frames that both have, and that differ, in the order of their bytes. */
export function changesBetween(before: FrameParts, after: FrameParts): Change[] {
  const old = new Map(before.fields.map(({ id, value }) => [id, value]));
  return after.fields.flatMap(({ id, layer, value }) => {
    const was = old.get(id);
    return was === undefined || was === value
      ? []
      : [{ layer, field: id, before: was, after: value }];
  });
}

/** A tag belongs to its link: the router takes it off. */
export const tagOff: Change = { layer: "vlan", field: "vlan", before: "a tag", after: "none" };
