import { once } from "node:events";

const GRACE_MS = 6000;

/** Resolves to the match as soon as a child has printed it; rejects when the child ends before. */
export function untilPrinted(child, stream, pattern) {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
      const found = pattern.exec(text);
      if (found) resolve(found);
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      reject(new Error(`${child.spawnfile} ended (${code}) before it was ready.\n${text}`)),
    );
  });
}

/**
 * Asks a child to end and waits for it; after six seconds it is killed. One that was started
 * `detached` is ended with what it has started itself: a browser may stand behind a script.
 */
export async function stop(child, { isDetached = false } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "close");
  const end = (signal) => process.kill(isDetached ? -child.pid : child.pid, signal);
  end("SIGTERM");
  const timer = setTimeout(() => end("SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(timer);
}
