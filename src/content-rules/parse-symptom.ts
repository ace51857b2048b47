import { basename } from "node:path";
import type { Symptom } from "./content.ts";
import { presetUse } from "./preset-use.ts";
import type { ReadFile } from "./read-source.ts";
import { sourceField } from "./source-field.ts";

/** Reads a file of content/symptoms. */
export const parseSymptom = ({ file, fields, page }: ReadFile): Symptom => {
  const sees = fields.at("see").items;
  return {
    file,
    id: basename(file, ".md"),
    lesson: fields.at("lesson"),
    misconceptions: fields.at("misconceptions").items,
    sees: sees.map(presetUse),
    hasFrame: fields.at("frame").isPresent,
    sources: fields.at("sources").items.map(sourceField),
    threads: fields.at("threads").items.map((thread) => thread.at("url")),
    frontMatterProse: [
      fields.at("looks"),
      fields.at("cause"),
      ...sees.map((see) => see.at("watch")),
    ],
    page,
  };
};
