import { defineConfig } from "@playwright/test";
import { leftOut } from "./e2e/left-out.ts";
import { browserPath } from "./scripts/set-up/find-browser.mjs";

const chromium = browserPath(import.meta.dirname);
const isRoot = process.getuid?.() === 0;
/** Names that readers of a school's network would use; here they lead back to this machine. */
const names = "--host-resolver-rules=MAP *.test 127.0.0.1";

/** Draws what `e2e/sample.ts` takes. Workers have it from the process that starts them. */
if (!process.env.SEED) {
  process.env.SEED = String(Date.now() % 1_000_000);
  console.error(`browser tests: SEED=${process.env.SEED}`);
}

/** Browser tests, on the built site and one server that is started for the run. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  // Tests wait more than they compute: four keep two cores busy.
  workers: 4,
  grepInvert: leftOut(process.env),
  retries: 0,
  // Bounds for what hangs, not for what is slow: machines differ by more than a factor of two.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // Set by `wait` below, before a worker reads this file.
    ...(process.env.WIREBOOK_URL && { baseURL: process.env.WIREBOOK_URL }),
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [names, ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
  webServer: {
    command: `"${process.execPath}" server/index.ts`,
    env: { HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "warn", LIMIT_BENCHES_PER_ADDRESS: "1000" },
    wait: { stdout: /listening on (?<wirebook_url>http:\/\/\S+)\// },
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
  },
});
