import type { Chosen } from "./wire-lab.ts";

/** The place that a link's fragment names: `#byte-17`, or `#field-websocket.opcode`. */
export function placeIn(hash: string): Chosen | undefined {
  const byte = /^#byte-(\d{1,5})$/.exec(hash)?.[1];
  if (byte !== undefined) return { at: Number(byte) };
  const field = /^#field-([a-z0-9.-]{1,60})$/.exec(hash)?.[1];
  return field === undefined ? undefined : { field };
}

/** The fragment of a link to a place; empty when none is chosen. */
export const hashOf = ({ at, field }: Chosen): string =>
  field !== undefined ? `#field-${field}` : at !== undefined ? `#byte-${at}` : "";
