import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shuffled } from "./sample.ts";

/** So many tests that labs have for themselves, or a few more, run in a plain `npm test`. */
const OWN_TESTS_IN_A_PART = 32;
/** What `checkLab` declares runs for every lab. */
const CHECKS_OF_EACH = "works alone on its page|says that its server was stopped";

const folder = join(import.meta.dirname, "labs");
const specFiles = readdirSync(folder)
  .filter((file) => file.endsWith(".spec.ts"))
  .sort();

/** Places in a file that declare tests. One in a loop counts once: this is for a fair share only. */
const testsIn = (file: string): number =>
  readFileSync(join(folder, file), "utf8").match(/^\s*test\(/gm)?.length ?? 0;

/** Files of labs whose own tests do not run in a plain `npm test`, drawn by `SEED`. */
function filesLeftOut(): string[] {
  let tests = 0;
  return shuffled(specFiles).filter((file) => {
    const isFull = tests >= OWN_TESTS_IN_A_PART;
    tests += testsIn(file);
    return isFull;
  });
}

/**
 * Titles that this run leaves out, as Playwright has them: file, then title. A plain `npm test`
 * (`WIREBOOK_PART=1`) takes some of the labs' own tests only; a run by hand takes what it names.
 */
export function leftOut(env: NodeJS.ProcessEnv): RegExp[] {
  if (env.WIREBOOK_LONG === "1") return [];
  const long = /@long/;
  if (env.WIREBOOK_PART !== "1") return [long];
  const files = filesLeftOut().map((file) => RegExp.escape(file));
  return [long, new RegExp(`\\blabs/(?:${files.join("|")}) (?!.*(?:${CHECKS_OF_EACH}))`)];
}
