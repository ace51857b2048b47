import { writeFileSync } from "node:fs";
import { installKey, installRecord, isInstalled } from "./is-installed.mjs";
import { linkNode } from "./link-node.mjs";
import { checkNodeRuns, projectNode } from "./project-node.mjs";
import { lastLines, runQuietly } from "./run-quietly.mjs";
import { SetUpError } from "./set-up-error.mjs";
import { step } from "./step.mjs";

const FLAGS = [
  "--include=dev",
  "--include=optional",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
];

/** Runs the npm that runs us; only without one, the npm on the PATH, which is a script on Windows. */
function npm(root, args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) {
    return runQuietly(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], {
      cwd: root,
    });
  }
  return runQuietly("npm", args, { cwd: root, shell: process.platform === "win32" });
}

async function install(root) {
  const clean = await npm(root, ["ci", "--prefer-offline", ...FLAGS]);
  if (clean.ok) return;
  const loose = await npm(root, ["install", "--no-save", ...FLAGS]);
  if (loose.ok) return;
  throw new SetUpError(
    `${lastLines(clean.output)}\n${lastLines(loose.output)}\n` +
      "The packages could not be installed; npm's reasons stand above. " +
      "Check the network and the space on the disk, then run the same command again.",
  );
}

/**
 * Brings node_modules in line with package-lock.json and makes the project's Node the first in npm scripts.
 * Resolves at once when both are so already. `install` is replaced in tests.
 */
export async function installPackages(root, runInstall = install) {
  const isFresh = !isInstalled(root);
  if (isFresh) await step("Installing packages", () => runInstall(root));
  const node = projectNode(root);
  if (isFresh) await checkNodeRuns(node);
  linkNode(root, node);
  writeFileSync(installRecord(root), `${installKey(root)}\n`);
}
