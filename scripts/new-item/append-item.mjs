import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { SetUpError } from "../set-up/set-up-error.mjs";
import { itemText, KINDS } from "./templates.mjs";

const EXAMPLE = "for example: npm run new:item emitting choice";

/**
 * Appends an item of this kind to the quiz file of a lesson; what is there stays as it is. Returns the
 * item's id and the file. Throws a `SetUpError` before anything is written.
 */
export function appendItem(root, lesson, kind) {
  const file = quizOf(root, lesson);
  if (!KINDS.includes(kind)) fail(`kind = ${show(kind)}, must be one of ${KINDS.join(", ")}`);
  const before = readFileSync(join(root, file), "utf8");
  const { items } = parse(before);
  const id = freeId(
    `${lesson}-new-${kind}`,
    items.map((item) => item.id),
  );
  const text = itemText(kind, { id, objective: objectiveOf(root, lesson) });
  writeFileSync(join(root, file), `${before.trimEnd()}\n\n${text}`);
  return { id, file };
}

function quizOf(root, lesson) {
  const known = globSync("content/quizzes/*.yaml", { cwd: root }).map((path) =>
    basename(path, ".yaml"),
  );
  if (!known.includes(lesson)) {
    fail(`lesson = ${show(lesson)}, must be one of ${known.toSorted().join(", ")}`);
  }
  return `content/quizzes/${lesson}.yaml`;
}

/** The first objective of the lesson; another one is quickly written in its place. */
function objectiveOf(root, lesson) {
  const [path] = globSync(`content/lessons/*/*-${lesson}.mdx`, { cwd: root });
  if (!path) fail(`lesson = ${show(lesson)}, has a quiz file and no page`);
  const [, front] = readFileSync(join(root, path), "utf8").split(/^---$/m);
  return parse(front).objectives[0].id;
}

const freeId = (wanted, taken) => {
  let id = wanted;
  for (let number = 2; taken.includes(id); number += 1) id = `${wanted}-${number}`;
  return id;
};

const show = (given) => JSON.stringify(String(given ?? "").slice(0, 60));

function fail(problem) {
  throw new SetUpError(`${problem}; ${EXAMPLE}.`);
}
