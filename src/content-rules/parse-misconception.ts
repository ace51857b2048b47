import { basename } from "node:path";
import type { Misconception, Shown } from "./content.ts";
import type { Field } from "./field.ts";
import { presetUse } from "./preset-use.ts";
import type { ReadFile } from "./read-source.ts";
import { sourceField } from "./source-field.ts";

const shownOf = (shownBy: Field): Shown | undefined => {
  if (shownBy.at("lab").isPresent)
    return { by: "preset", use: presetUse(shownBy), expect: shownBy.at("expect").json() };
  if (shownBy.at("snippet").isPresent) return { by: "snippet", group: shownBy.at("snippet") };
  if (shownBy.at("cannot").isPresent) return { by: "nothing", reason: shownBy.at("cannot") };
  return undefined;
};

/** Reads a file of content/misconceptions. */
export const parseMisconception = ({ file, fields, page }: ReadFile): Misconception => ({
  file,
  id: basename(file, ".md"),
  ref: fields.at("ref"),
  source: sourceField(fields.at("source")),
  lesson: fields.at("lesson"),
  shown: shownOf(fields.at("shownBy")),
  frontMatterProse: [fields.at("claim"), fields.at("truth")],
  page,
});
