import { existsSync, globSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { itemText } from "../new-item/templates.mjs";
import { SetUpError } from "../set-up/set-up-error.mjs";
import { lessonText } from "./lesson-text.mjs";

const LESSONS = "content/lessons";
const SCHEMA = "# yaml-language-server: $schema=../../src/quiz/quiz-file.schema.json";
const EXAMPLE = 'for example: npm run new:lesson transport quic "QUIC: streams without a wait"';
const MOST_CHARACTERS = 40;
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Writes the page of a new lesson, last of its part, and its quiz file. Returns the paths. Throws a
 * `SetUpError` before anything is written.
 *
 * @param part the folder's name, with or without its number
 */
export function createLesson(root, { part, slug, title }) {
  const folder = folderOf(root, part);
  checkSlug(root, slug);
  checkTitle(title);
  const page = `${LESSONS}/${folder}/${nextNumber(root, folder)}-${slug}.mdx`;
  const quiz = `content/quizzes/${slug}.yaml`;
  write(root, page, lessonText({ slug, title }));
  write(root, quiz, quizText(slug));
  return [page, quiz];
}

const quizText = (slug) =>
  `${SCHEMA}\nlesson: ${slug}\nitems:\n${[1, 2]
    .map((number) =>
      itemText("choice", { id: `${slug}-new-${number}`, objective: "new-objective" }),
    )
    .join("\n")}`;

function folderOf(root, part = "") {
  const folders = readdirSync(join(root, LESSONS)).toSorted();
  const found = folders.find((folder) => folder === part || folder.replace(/^\d+-/, "") === part);
  if (!found) fail(`part = ${show(part)}, must be one of ${folders.join(", ")}`);
  return found;
}

function checkSlug(root, slug = "") {
  if (!KEBAB_CASE.test(slug) || slug.length > MOST_CHARACTERS) {
    fail(
      `slug = ${show(slug)}, must be words of lower-case letters and digits, joined by hyphens, at most ${MOST_CHARACTERS} characters`,
    );
  }
  const taken = globSync(`${LESSONS}/*/*.mdx`, { cwd: root }).map((path) =>
    basename(path, ".mdx").replace(/^\d+-/, ""),
  );
  if (taken.includes(slug) || existsSync(join(root, `content/quizzes/${slug}.yaml`))) {
    fail(`slug = ${show(slug)}, is taken by another lesson or quiz`);
  }
}

function checkTitle(title = "") {
  if (title.trim().length >= 3 && !/["\\\n]/.test(title)) return;
  fail(`title = ${show(title)}, must be a line of text without " and \\`);
}

/** Two digits, after the last of the part. */
function nextNumber(root, folder) {
  const numbers = readdirSync(join(root, LESSONS, folder)).map((name) => Number.parseInt(name, 10));
  return String(Math.max(0, ...numbers.filter(Number.isFinite)) + 1).padStart(2, "0");
}

function write(root, path, text) {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text, { flag: "wx" });
}

const show = (given) => JSON.stringify(String(given).slice(0, 60));

function fail(problem) {
  throw new SetUpError(`${problem}; ${EXAMPLE}.`);
}
