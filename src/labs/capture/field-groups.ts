import { layerName } from "#ui/layer-names.ts";
import type { LayerView } from "#wire/frame-pen.ts";
import type { WireField } from "#wire/wire-field.ts";

/** A branch of the tree: a layer and its fields. */
export interface FieldGroup {
  id: string;
  title: string;
  summary: string;
  layer: string;
  fields: WireField<string>[];
}

/** The fields of a packet by its headers; what stands outside of all headers comes last. */
export function layerGroups(
  layers: readonly LayerView[],
  fields: readonly WireField<string>[],
): FieldGroup[] {
  const groups: FieldGroup[] = layers.map(({ layer, title, summary, isQuoted }, index) => ({
    id: `${index}`,
    title: isQuoted ? `${title}, quoted` : title,
    summary,
    layer,
    fields: [],
  }));
  const rest: FieldGroup = {
    id: "rest",
    title: "Left over",
    summary: "",
    layer: "data",
    fields: [],
  };
  for (const field of fields) {
    const at = layers.findIndex(({ from, to }) => field.from >= from && field.from < to);
    (groups[at] ?? rest).fields.push(field);
  }
  return [...groups, rest].filter((group) => group.fields.length > 0);
}

/** The fields of a message, one group for each run of a layer. */
export function messageGroups(fields: readonly WireField<string>[]): FieldGroup[] {
  const groups: FieldGroup[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (last?.layer === field.layer) last.fields.push(field);
    else
      groups.push({
        id: `${groups.length}`,
        title: layerName(field.layer),
        summary: "",
        layer: field.layer,
        fields: [field],
      });
  }
  return groups;
}
