import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { projectNode } from "./project-node.mjs";
import { lastLines, runQuietly } from "./run-quietly.mjs";
import { SetUpError } from "./set-up-error.mjs";
import { step } from "./step.mjs";

const INPUTS = [
  "src",
  "content",
  "public",
  "build",
  "astro.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** The variables that the pages are built with. */
const VARIABLES = ["EDIT_BASE_URL", "PUBLIC_ORIGIN", "REPORT_URL"];

function currentFingerprint(root) {
  const settings = VARIABLES.map((name) => process.env[name] ?? "");
  return fingerprint(root, INPUTS, settings);
}

/** Refuses wrong values of these in the server's own words, before the last build is touched. */
async function checkSettings(root) {
  const check = join(root, "scripts", "set-up", "refuse-settings.mjs");
  const { ok, output } = await runQuietly(projectNode(root), [check], { cwd: root });
  if (!ok) throw new SetUpError(output.trimEnd());
}

async function astroBuild(root) {
  const astro = join(root, "node_modules", "astro", "bin", "astro.mjs");
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const { ok, output } = await runQuietly(projectNode(root), [astro, "build"], { cwd: root, env });
  if (ok) return output;
  throw new SetUpError(
    `${lastLines(output, 40)}\nThe site could not be built; Astro's reason stands above. ` +
      "Mend it, then run the same command again.",
  );
}

function printComplaints(output) {
  const complaints = output.split("\n").filter((line) => /\[(WARN|ERROR)\]/.test(line));
  for (const line of complaints) console.warn(line);
}

/**
 * Builds the site into dist/ unless the last build was made from the same sources.
 * The record of a build lies in dist itself, so that it goes when dist goes. `build` and
 * `check` are replaced in tests.
 */
export async function buildSite(
  root,
  { force = false, build = astroBuild, check = checkSettings } = {},
) {
  const record = join(root, "dist", ".fingerprint");
  const current = currentFingerprint(root);
  if (!force && existsSync(record) && readFileSync(record, "utf8") === current) return;
  await check(root);
  rmSync(record, { force: true });
  printComplaints((await step("Building the site", () => build(root))) ?? "");
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(record, current);
}
