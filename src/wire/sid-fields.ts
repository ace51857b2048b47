import { leaf } from "./leaf.ts";
import { latin1 } from "./text.ts";
import type { WireField, WireLayer } from "./wire-field.ts";

const SID = /^(\{"sid":")([^"\\]*)(".*)$/s;

/** Cuts `{"sid":"…", …}` into the id and what stands around it; undefined for any other JSON. */
export function sidFields(
  bytes: Uint8Array,
  from: number,
  to: number,
  { layer, source, whose }: { layer: WireLayer; source: string; whose: string },
): WireField[] | undefined {
  const match = SID.exec(latin1(bytes, from, to));
  if (!match) return undefined;
  const [, before = "", sid = "", after = ""] = match;
  const [idFrom, idTo] = [from + before.length, from + before.length + sid.length];
  const around = { layer, source, name: "JSON", meaning: "The answer, as JSON." };
  const settings = { ...around, meaning: "The rest of the answer, as JSON." };
  return [
    leaf(bytes, from, idFrom, around),
    ...(idTo > idFrom
      ? [leaf(bytes, idFrom, idTo, { layer, source, name: "sid", meaning: whose })]
      : []),
    leaf(bytes, idTo, idTo + after.length, settings),
  ];
}
