import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Tests do not reach the pages, so that changing one costs no build. */
function isShipped(path) {
  return !/\.test\.\w+$/.test(path);
}

/**
 * A hash over the names and contents of the given files and folders below `root` and over `settings`, in hex.
 * Times are left out: git writes every file anew, and a clone must not look changed.
 */
export function fingerprint(root, inputs, settings = {}) {
  const hash = createHash("sha256").update(JSON.stringify(settings));
  const files = inputs.flatMap((input) => filesUnder(join(root, input)));
  for (const path of files.filter(isShipped)) {
    const content = readFileSync(path);
    hash.update(`${path.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
