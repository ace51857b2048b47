/**
 * Adds to package-lock.json the optional platform packages that npm left out.
 *
 * A registry may lack the builds for some platforms. npm then drops their entries without a word,
 * and `npm ci` refuses the lockfile with "Missing: … from lock file". Run it with `npm run lock`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { missingEntries, withEntries } from "./set-up/lockfile-entries.mjs";

const path = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(path, "utf8"));
const missing = missingEntries(lock);

if (missing.length > 0) {
  writeFileSync(path, `${JSON.stringify(withEntries(lock, missing), null, 2)}\n`);
}
console.log(`package-lock.json: ${missing.length} optional entries added`);
