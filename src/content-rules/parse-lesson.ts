import { basename } from "node:path";
import type { Lesson, Placed } from "./content.ts";
import type { ReadFile } from "./read-source.ts";
import { sourceField } from "./source-field.ts";

/** `06-emitting.mdx` → `emitting`: the number orders files and is no part of the name. */
const slugOf = (file: string): string =>
  basename(file)
    .replace(/^\d+-/, "")
    .replace(/\.\w+$/, "");

/** Reads a file of content/lessons. */
export const parseLesson = ({ file, fields, page }: ReadFile): Lesson => {
  const list = (name: string): Placed[] => fields.at(name).items;
  const objectives = fields.at("objectives").items;
  return {
    file,
    slug: slugOf(file),
    objectives: objectives.map((objective) => objective.at("id")),
    needs: list("needs"),
    answers: list("answers"),
    teaches: list("teaches"),
    refutes: list("refutes"),
    minutes: fields.at("minutes"),
    sources: fields.at("sources").items.map(sourceField),
    frontMatterProse: [
      fields.at("title"),
      fields.at("description"),
      ...objectives.map((objective) => objective.at("text")),
    ],
    page,
  };
};
