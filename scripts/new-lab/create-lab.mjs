import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { enterLab } from "./enter-lab.mjs";
import { checkLabId } from "./lab-id.mjs";
import { renamed, TEMPLATE } from "./renamed.mjs";

const LABS = "src/labs";
const LIST = "server/labs.ts";
const testOf = (id) => `e2e/labs/${id}.spec.ts`;

/**
 * Copies the template lab and its browser test under another id and enters it in the list of server
 * halves. Returns the paths of the written files, from `root`. Throws a `SetUpError` on a bad id, before
 * anything is written.
 */
export function createLab(root, id) {
  checkLabId(id, readdirSync(join(root, LABS)));
  const sources = [...filesIn(root, `${LABS}/${TEMPLATE}`), testOf(TEMPLATE)];
  const written = sources.map((path) => copy(root, path, id));
  const list = join(root, LIST);
  writeFileSync(list, enterLab(readFileSync(list, "utf8"), id));
  return [...written, LIST];
}

const filesIn = (root, folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .sort();

function copy(root, path, id) {
  const target = renamed(path, id);
  mkdirSync(join(root, dirname(target)), { recursive: true });
  const text = renamed(readFileSync(join(root, path), "utf8"), id);
  writeFileSync(join(root, target), text, { flag: "wx" });
  return target;
}
