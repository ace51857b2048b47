/**
 * Runs every check of the project: types, lint, unit and host tests, browser tests.
 *
 *   npm test                       all
 *   npm test -- --only=unit,e2e    some
 *
 * Exits 1 when a stage fails or runs no test. The last line is the sum of tests.
 */
import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { browserPath } from "./set-up/find-browser.mjs";
import { projectNode } from "./set-up/project-node.mjs";
import { projectRoot as root } from "./set-up/project-root.mjs";
import { runStage } from "./test/run-stage.mjs";
import { chosenNames, stages } from "./test/stages.mjs";
import { summary } from "./test/summary.mjs";

const reportFolder = join(root, "node_modules", ".cache", "wirebook");
const run = { root, node: projectNode(root), env: environment(), children: new Set() };

function environment() {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const browser = browserPath(root);
  const own = {
    PATH: path,
    ASTRO_TELEMETRY_DISABLED: "1",
    ...(browser && { CHROMIUM_PATH: browser }),
  };
  return { ...process.env, ...own };
}

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.on(signal, () => {
    for (const child of run.children) child.kill("SIGINT");
    process.exit(code);
  });
}

function show(name, result) {
  if (result.isOk) return;
  console.log(`\n── ${name} ──\n${result.output.trimEnd()}`);
}

/** Types and lint leave a core idle now and then, so they run beside the unit tests and speak after them. */
async function runAll(names) {
  const all = stages(reportFolder);
  const results = Object.fromEntries(names.map((name) => [name, undefined]));
  const runOne = async (name, live) => {
    if (!names.includes(name)) return;
    results[name] = await runStage(all[name], { live }, run);
  };
  const checks = runOne("lint", false).then(() => runOne("types", false));
  await runOne("unit", true);
  await checks;
  for (const name of ["types", "lint"]) if (results[name]) show(name, results[name]);
  await runOne("e2e", true);
  return results;
}

mkdirSync(reportFolder, { recursive: true });
const results = await runAll(chosenNames(process.argv.slice(2), Object.keys(stages(reportFolder))));
console.log(`\n${summary(results)}`);
process.exitCode = Object.values(results).every(({ isOk }) => isOk) ? 0 : 1;
