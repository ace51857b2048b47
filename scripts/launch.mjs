import { spawn } from "node:child_process";
import { constants } from "node:os";
import { projectNode } from "./set-up/project-node.mjs";
import { projectRoot } from "./set-up/project-root.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const GRACE_MS = 10_000;
const PARENT_CHECK_MS = 500;
const DOUBLE_MS = 500;

/**
 * Runs the project's Node with `args` until it ends, and ends with its exit code.
 *
 * The child has a process group of its own, so that a Ctrl-C reaches it once, through us. It gets SIGTERM
 * on any signal to us and when npm is gone, and SIGKILL on a second signal or after ten seconds; if we are
 * killed ourselves, the channel between us closes and it ends by itself.
 */
export function launch(args, env = {}) {
  const guard = new URL("./end-with-parent.mjs", import.meta.url).href;
  const child = spawn(projectNode(projectRoot), ["--import", guard, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: process.platform !== "win32",
  });
  const stop = stopper(child);
  for (const signal of SIGNALS) process.on(signal, stop);
  onParentGone(stop);
  child.on("error", (error) => {
    console.error(`Node did not start: ${error.message}. Run npm ci, then the same command again.`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** npm passes on the Ctrl-C that the terminal has sent us already: two signals at once count as one. */
function stopper(child) {
  let firstMs;
  return () => {
    if (firstMs !== undefined) {
      if (performance.now() - firstMs > DOUBLE_MS) child.kill("SIGKILL");
      return;
    }
    firstMs = performance.now();
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), GRACE_MS).unref();
  };
}

/** A killed npm sends no signal; its child is then handed to another parent. */
function onParentGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS);
}
