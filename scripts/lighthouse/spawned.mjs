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

/** Asks a child to end and waits for it; after six seconds it is killed. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(timer);
}
