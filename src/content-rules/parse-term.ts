import { basename } from "node:path";
import type { GlossaryTerm } from "./content.ts";
import type { ReadFile } from "./read-source.ts";
import { sourceField } from "./source-field.ts";

/** Reads a file of content/glossary. */
export const parseTerm = ({ file, fields, page }: ReadFile): GlossaryTerm => ({
  file,
  id: basename(file, ".md"),
  term: fields.at("term"),
  short: fields.at("short"),
  source: sourceField(fields.at("source")),
  frontMatterProse: [fields.at("short")],
  page,
});
