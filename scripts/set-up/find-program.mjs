import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { runQuietly } from "./run-quietly.mjs";
import { SetUpError } from "./set-up-error.mjs";

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function onPath(name) {
  const places = (process.env.PATH ?? "").split(delimiter);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return places.map((place) => join(place, name + suffix));
}

/** A file of that name is not enough: Ubuntu's chromium-browser may be a note about a snap. */
async function runs(path) {
  if (!isProgram(path)) return false;
  return process.platform === "win32" || (await runQuietly(path, ["--version"])).ok;
}

async function firstThatRuns(paths) {
  for (const path of paths) if (await runs(path)) return path;
  return undefined;
}

function remembered(record) {
  const path = existsSync(record) ? readFileSync(record, "utf8").trim() : "";
  return isProgram(path) ? path : undefined;
}

function named(variable) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (isProgram(path)) return path;
  throw new SetUpError(
    `${variable} says ${path}, and no program is there. Correct or unset ${variable}, then run the same command again.`,
  );
}

async function search({ names, sources, advice }) {
  const places = names.flatMap((name) => (isAbsolute(name) ? [name] : onPath(name)));
  const found = await firstThatRuns(places);
  if (found) return found;
  for (const source of sources) {
    const path = await firstThatRuns(
      (await source()).flatMap((name) => (isAbsolute(name) ? [name] : onPath(name))),
    );
    if (path) return path;
  }
  throw new SetUpError(advice);
}

/**
 * Finds a program that the project needs and npm cannot bring, and remembers it in the file `record`.
 * Order: the environment `variable`, the one remembered, `names` (absolute, or looked up on the PATH),
 * then `sources`: functions that install it and resolve to names to look for. Throws a `SetUpError`
 * with `advice` when none is left.
 */
export async function findProgram({ variable, record, names, sources, advice }) {
  const path = named(variable) ?? remembered(record) ?? (await search({ names, sources, advice }));
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, `${path}\n`);
  return path;
}
