import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findProgram } from "./find-program.mjs";
import { installWithApt } from "./install-with-apt.mjs";
import { projectNode } from "./project-node.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { step } from "./step.mjs";

/** The headless shell first: the same Chromium without its window, twice as fast in the tests. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const ADVICE =
  "The tests in the browser need Chromium or Chrome, and none was found or could be installed. " +
  "Install one, or set CHROMIUM_PATH to its program, then run the same command again.";

const DOWNLOAD_LIMIT_MS = 300_000;

/** The file in which the set-up leaves the browser's path for the tests. */
export function browserRecord(root) {
  return join(root, "node_modules", ".cache", "wirebook", "chromium");
}

/** The browser's path that the set-up found, or undefined. `CHROMIUM_PATH` wins. */
export function browserPath(root) {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const record = browserRecord(root);
  return existsSync(record) ? readFileSync(record, "utf8").trim() : undefined;
}

async function playwrightsOwn(root) {
  const entry = pathToFileURL(join(root, "node_modules", "playwright", "index.js")).href;
  const code = `import(${JSON.stringify(entry)}).then((p) => console.log(p.default.chromium.executablePath()))`;
  const { ok, output } = await runQuietly(projectNode(root), ["-e", code], { cwd: root });
  return ok ? [output.trim()] : [];
}

async function playwrightsDownload(root) {
  const cli = join(root, "node_modules", "playwright", "cli.js");
  const options = { cwd: root, timeout: DOWNLOAD_LIMIT_MS };
  await step("Downloading Playwright's browser", () =>
    runQuietly(projectNode(root), [cli, "install", "chromium"], options),
  );
  return playwrightsOwn(root);
}

async function debiansShell() {
  await installWithApt(["chromium-headless-shell", "fonts-liberation"]);
  return NAMES;
}

async function debiansPackage() {
  await installWithApt(["chromium", "fonts-liberation"]);
  return NAMES;
}

/** Finds or installs a Chromium for the browser tests and resolves to its path. */
export function findBrowser(root) {
  return findProgram({
    variable: "CHROMIUM_PATH",
    record: browserRecord(root),
    names: NAMES,
    sources: [
      () => playwrightsOwn(root),
      () => playwrightsDownload(root),
      debiansShell,
      debiansPackage,
    ],
    advice: ADVICE,
  });
}
