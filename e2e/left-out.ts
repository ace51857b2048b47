import { labIds } from "./lab-ids.ts";
import { sample } from "./sample.ts";

/** Labs whose own tests run in a plain `npm test`. */
const LABS_IN_A_PART = 5;
/** What `checkLab` declares runs for every lab. */
const CHECKS_OF_EACH = "works alone on its page|says that its server was stopped";

/**
 * Titles that this run leaves out, as Playwright has them: file, then title. A plain `npm test`
 * (`WIREBOOK_PART=1`) takes the own tests of some labs only; a run by hand takes what it names.
 */
export function leftOut(env: NodeJS.ProcessEnv): RegExp[] {
  if (env.WIREBOOK_LONG === "1") return [];
  const long = /@long/;
  if (env.WIREBOOK_PART !== "1") return [long];
  const drawn = new Set(sample(LABS_IN_A_PART, labIds));
  const others = labIds.filter((id) => !drawn.has(id)).join("|");
  return [
    long,
    new RegExp(`\\blabs/(?:${others})(?:-[a-z-]+)?\\.spec\\.ts (?!.*(?:${CHECKS_OF_EACH}))`),
  ];
}
