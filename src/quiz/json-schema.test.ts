import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { quizFileJsonSchema } from "./json-schema.ts";

interface KindSchema {
  properties: Record<string, { const?: string }>;
  required: string[];
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, "utf8");
const written = JSON.parse(read("src/quiz/quiz-file.schema.json"));
const kinds: KindSchema[] = written.properties.items.items.oneOf;
const quizzes = globSync("content/quizzes/*.yaml", { cwd: root });

test("the file for editors is what the schema says now: run npm run schema", () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(quizFileJsonSchema())));
});

test("it has every kind of question", () => {
  expect(kinds.map(({ properties }) => properties.kind?.const).toSorted()).toEqual([
    "bytes",
    "choice",
    "match",
    "multi",
    "number",
    "order",
    "predict",
    "text",
  ]);
});

test.each(quizzes)("it knows all fields of %s, and asks for none that is not there", (path) => {
  for (const item of parse(read(path)).items) {
    const kind = kinds.find(({ properties }) => properties.kind?.const === item.kind);
    const fields = Object.keys(item);
    expect(
      fields.filter((field) => !(field in (kind?.properties ?? {}))),
      item.id,
    ).toEqual([]);
    expect(
      kind?.required.filter((field) => !fields.includes(field)),
      item.id,
    ).toEqual([]);
  }
});

test.each(quizzes)("%s says where an editor finds it", (path) => {
  expect(read(path).split("\n")[0]).toBe(
    "# yaml-language-server: $schema=../../src/quiz/quiz-file.schema.json",
  );
});
