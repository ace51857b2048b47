import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { checkContent } from "../../src/content-rules/check-content.ts";
import { readContent } from "../../src/content-rules/read-content.ts";
import { quizFile } from "../../src/quiz/schema.ts";
import { projectRoot } from "../set-up/project-root.mjs";
import { createLesson } from "./create-lesson.mjs";

const quic = { part: "transport", slug: "quic", title: "QUIC: streams without a wait" };

let root;
let made;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "wirebook-lesson-"));
  for (const folder of ["content", "src/pages"]) {
    cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  }
  made = createLesson(root, quic);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = (path) => readFileSync(join(root, path), "utf8");
const all = () => readdirSync(join(root, "content"), { recursive: true }).toSorted();

test("it makes the page, last of its part, and the quiz file", () => {
  const last = readdirSync(join(projectRoot, "content/lessons/02-transport")).length + 1;
  expect(made).toEqual([
    `content/lessons/02-transport/0${last}-quic.mdx`,
    "content/quizzes/quic.yaml",
  ]);
  expect(read(made[0])).toContain(`title: "${quic.title}"`);
  const quiz = quizFile.parse(parse(read(made[1])));
  expect(quiz.items.map(({ id }) => id)).toEqual(["quic-new-1", "quic-new-2"]);
});

test("all that the checks of content miss in it is what is to be written", () => {
  const labs = [{ id: "emit", presets: ["broadcast"], asks: [], byteAsks: [] }];
  const mine = checkContent(readContent(root, labs)).filter(({ file }) => made.includes(file));
  expect(mine.length).toBeGreaterThan(5);
  const others = mine.filter(({ found, mend }) => !/TODO/.test(`${found} ${mend}`));
  expect(others).toEqual([]);
});

test.each([
  [{ ...quic, part: "nowhere" }, /part = "nowhere", must be one of 01-the-shape/],
  [{ ...quic }, /slug = "quic", is taken/],
  [{ ...quic, slug: "../quic" }, /slug = "\.\.\/quic", must be words/],
  [{ ...quic, slug: "Quic" }, /must be words/],
  [{ ...quic, slug: "http3", title: "" }, /title = "", must be a line/],
  [{ ...quic, slug: "http3", title: 'A "b"' }, /must be a line of text/],
  [{}, /part = "", must be one of .*npm run new:lesson/],
])("%j is refused in one sentence, and nothing is written", (asked, says) => {
  const before = all();
  expect(() => createLesson(root, asked)).toThrow(says);
  expect(all()).toEqual(before);
});
