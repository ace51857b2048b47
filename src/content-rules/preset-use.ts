import type { PresetUse } from "./content.ts";
import type { Field } from "./field.ts";

/** The `lab` and `preset` of a YAML value. */
export const presetUse = (fields: Field): PresetUse => ({
  lab: fields.at("lab"),
  preset: fields.at("preset"),
});
