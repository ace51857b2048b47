/**
 * Runs the checks that every change has to pass: types, lint, unit and host tests, browser tests.
 *
 *   npm test                       all of these
 *   npm test -- --only=unit,e2e    some; `long` and `long-e2e` run the long tests, too
 *
 * Exits 1 when a stage fails or runs no test. The last line is the sum of tests.
 */
import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { browserPath } from "./set-up/find-browser.mjs";
import { projectNode } from "./set-up/project-node.mjs";
import { projectRoot as root } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";
import { runStage } from "./test/run-stage.mjs";
import { chosenNames, stages } from "./test/stages.mjs";
import { summary } from "./test/summary.mjs";

const reportFolder = join(root, "node_modules", ".cache", "wirebook");
const known = stages(reportFolder);
const children = new Set();

function environment() {
  const PATH = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const browser = browserPath(root);
  const found = browser ? { CHROMIUM_PATH: browser } : {};
  // Hundreds of processes load the same modules: compiled once, they start in half the time.
  const NODE_COMPILE_CACHE = join(reportFolder, "compiled");
  return { ...process.env, PATH, NODE_COMPILE_CACHE, ASTRO_TELEMETRY_DISABLED: "1", ...found };
}

function stopOn(signal, exitCode) {
  process.on(signal, () => {
    for (const child of children) child.kill("SIGINT");
    process.exit(exitCode);
  });
}

async function runEach(names, options) {
  const run = { root, node: projectNode(root), env: environment(), children };
  const results = {};
  for (const name of names) results[name] = await runStage(known[name], options, run);
  return results;
}

function showFailures(results) {
  for (const [name, { isOk, output }] of Object.entries(results)) {
    if (!isOk) console.log(`\n── ${name} ──\n${output.trimEnd()}`);
  }
}

/** Types and lint run beside the unit tests, which leave a core idle, and speak after them. */
async function runAll(chosen) {
  const pick = (...names) => names.filter((name) => chosen.includes(name));
  const quiet = runEach(pick("lint", "types"), { live: false });
  const unit = await runEach(pick("unit", "long"), { live: true });
  const checks = await quiet;
  showFailures(checks);
  return { ...checks, ...unit, ...(await runEach(pick("e2e", "long-e2e"), { live: true })) };
}

stopOn("SIGINT", 130);
stopOn("SIGTERM", 143);
await orExplain(async () => {
  const chosen = chosenNames(process.argv.slice(2), Object.keys(known));
  mkdirSync(reportFolder, { recursive: true });
  const results = await runAll(chosen);
  console.log(`\n${summary(results)}`);
  process.exitCode = Object.values(results).every(({ isOk }) => isOk) ? 0 : 1;
});
