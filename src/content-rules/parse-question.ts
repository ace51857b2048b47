import { basename } from "node:path";
import type { StudyQuestion } from "./content.ts";
import { presetUse } from "./preset-use.ts";
import type { ReadFile } from "./read-source.ts";
import { sourceField } from "./source-field.ts";

/** Reads a file of content/questions. */
export const parseQuestion = ({ file, fields, page }: ReadFile): StudyQuestion => {
  const sees = fields.at("see").items;
  return {
    file,
    id: basename(file, ".md"),
    number: fields.at("number"),
    ...(fields.at("term").isPresent && { term: fields.at("term") }),
    lesson: fields.at("lesson"),
    misconceptions: fields.at("misconceptions").items,
    sees: sees.map(presetUse),
    sources: fields.at("sources").items.map(sourceField),
    frontMatterProse: [
      fields.at("asks"),
      fields.at("common"),
      fields.at("because"),
      ...sees.map((see) => see.at("watch")),
    ],
    page,
  };
};
