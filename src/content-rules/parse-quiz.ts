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

/** Lists in which an item speaks of answers, whatever its kind. */
const LISTS = ["options", "steps", "wrongPairs", "left", "right", "likely", "near"];

const entriesOf = (fields: Field): Field[] => LISTS.flatMap((list) => fields.at(list).items);

const proseOf = (fields: Field): Placed[] => [
  fields.at("prompt"),
  fields.at("explain"),
  fields.at("otherwise"),
  ...fields.at("hints").items,
  ...entriesOf(fields).flatMap((entry) => [
    entry.at("text"),
    entry.at("feedback"),
    entry.at("nudge"),
  ]),
];

const revealsOf = (fields: Field): Placed[] =>
  entriesOf(fields)
    .filter((entry) => entry.at("correct").text !== "true")
    .map((entry) => entry.at("misconception"))
    .filter(({ isPresent }) => isPresent);

const asksOf = (fields: Field): Placed[] => [
  fields.at("ask"),
  ...fields
    .at("likely")
    .items.map((likely) => likely.at("ask"))
    .filter(({ isPresent }) => isPresent),
];

const sidesOf = (fields: Field): QuizItem["sides"] => ({
  keys: fields.at("left").items.map((left) => left.at("right")),
  rights: fields.at("right").items.map((right) => right.at("id")),
});

const itemOf = (fields: Field): QuizItem => ({
  id: fields.at("id").text,
  line: fields.at("id").line,
  kind: fields.at("kind").text,
  objective: fields.at("objective"),
  options: fields.at("options").items.map(optionOf),
  choosable: [...fields.at("options").items, ...fields.at("right").items].map((entry) =>
    entry.at("text"),
  ),
  reveals: revealsOf(fields),
  sides: sidesOf(fields),
  ...(fields.at("lab").isPresent && { run: { ...presetUse(fields), asks: asksOf(fields) } }),
  ...(fields.at("verify").isPresent && { verify: fields.at("verify") }),
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
