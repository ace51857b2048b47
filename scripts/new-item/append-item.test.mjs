import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { quizFile } from "../../src/quiz/schema.ts";
import { projectRoot } from "../set-up/project-root.mjs";
import { appendItem } from "./append-item.mjs";
import { KINDS } from "./templates.mjs";

let root;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "wirebook-item-"));
  cpSync(join(projectRoot, "content"), join(root, "content"), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = () => readFileSync(join(root, "content/quizzes/emitting.yaml"), "utf8");

test.each(KINDS)("an item of kind %s is one that the schema takes, and the rest stays", (kind) => {
  const before = read();
  const { id, file } = appendItem(root, "emitting", kind);
  expect(file).toBe("content/quizzes/emitting.yaml");
  expect(read().startsWith(before.trimEnd())).toBe(true);
  const quiz = quizFile.parse(parse(read()));
  expect(quiz.items.at(-1)).toMatchObject({ id, kind, objective: "client-emit" });
});

test("a second item of the same kind has an id of its own", () => {
  expect(appendItem(root, "emitting", "choice").id).toBe("emitting-new-choice-2");
  quizFile.parse(parse(read()));
});

test.each([
  [undefined, undefined, /lesson = "", must be one of .*emitting.*npm run new:item/],
  ["emittin", "choice", /lesson = "emittin", must be one of/],
  ["../emitting", "choice", /must be one of/],
  ["emitting", "essay", /kind = "essay", must be one of choice, multi/],
])(
  "lesson %s, kind %s is refused in one sentence, and nothing is written",
  (lesson, kind, says) => {
    const before = read();
    expect(() => appendItem(root, lesson, kind)).toThrow(says);
    expect(read()).toBe(before);
  },
);
