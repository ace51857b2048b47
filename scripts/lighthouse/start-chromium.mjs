import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stop, untilPrinted } from "./spawned.mjs";

const LISTENING = /DevTools listening on ws:\/\/[^:]+:(\d+)\//;
const AS_ROOT = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/**
 * Starts a browser without a window and with a profile of its own. Resolves to its debugging port
 * and a function that ends it and removes the profile. It is started here and not by Lighthouse, so
 * that it ends even when Lighthouse fails.
 */
export async function startChromium(path) {
  const profile = mkdtempSync(join(tmpdir(), "wirebook-lighthouse-"));
  const own = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const quiet = ["--no-first-run", "--disable-extensions", "--disable-background-networking"];
  const child = spawn(path, [...own, ...quiet, ...AS_ROOT, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const [, port] = await untilPrinted(child, child.stderr, LISTENING);
  return {
    port,
    async stop() {
      await stop(child, { isDetached: true });
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
