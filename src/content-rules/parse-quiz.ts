import { basename } from "node:path";
import type { Option, Placed, Quiz, QuizItem } from "./content.ts";
import type { Field } from "./field.ts";
import { presetUse } from "./preset-use.ts";
import type { ReadFile } from "./read-source.ts";

const optionOf = (fields: Field): Option => {
  const misconception = fields.at("misconception");
  return {
    text: fields.at("text").text,
    line: fields.line,
    isCorrect: fields.at("correct").text === "true",
    ...(misconception.isPresent && { misconception }),
  };
};

const seeOf = (see: Field): QuizItem["see"] => {
  if (see.at("lab").isPresent) return presetUse(see);
  return see.at("anchor").isPresent ? { anchor: see.at("anchor") } : undefined;
};

const proseOf = (fields: Field): Placed[] => [
  fields.at("prompt"),
  fields.at("explain"),
  ...fields.at("hints").items,
  ...fields.at("options").items.flatMap((option) => [option.at("text"), option.at("feedback")]),
];

const itemOf = (fields: Field): QuizItem => ({
  id: fields.at("id").text,
  line: fields.at("id").line,
  kind: fields.at("kind").text,
  objective: fields.at("objective"),
  options: fields.at("options").items.map(optionOf),
  ...(fields.at("kind").text === "predict" && {
    run: { ...presetUse(fields), ask: fields.at("ask") },
  }),
  see: seeOf(fields.at("see")),
  prose: proseOf(fields),
});

/** Reads a file of content/quizzes. */
export const parseQuiz = ({ file, fields }: ReadFile): Quiz => ({
  file,
  slug: basename(file, ".yaml"),
  lesson: fields.at("lesson"),
  items: fields.at("items").items.map(itemOf),
});
