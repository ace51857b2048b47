/**
 * Makes the recordings that labs show while their server is away, from real runs in a real browser.
 *
 *   npm run record                    every preset of every lab that has a recordings/ folder
 *   npm run record emit               every preset of one lab
 *   npm run record emit broadcast     one preset
 *
 * A lab is opened at /labs/<id>/, with each of its presets if it has a presets.ts. Its run begins with the
 * submit button of its form, or by itself if it has none, and ends with the event `lab:run`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { chromium } from "@playwright/test";
import { startServer } from "./lighthouse/start-server.mjs";
import { chosenRuns } from "./record/chosen-runs.mjs";
import { recordRun } from "./record/record-run.mjs";
import { recordingText } from "./record/recording-text.mjs";
import { findBrowser } from "./set-up/find-browser.mjs";
import { projectRoot } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";

const AS_ROOT = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

await orExplain(async () => {
  const runs = await chosenRuns(projectRoot, process.argv.slice(2));
  const executablePath = await findBrowser(projectRoot);
  const server = await startServer();
  try {
    const browser = await chromium.launch({ executablePath, args: AS_ROOT });
    try {
      for (const run of runs) save(run, await recordRun(browser, server.url, run));
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
});

function save({ file }, recording) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, recordingText(recording));
  console.log(`${relative(projectRoot, file)}: ${recording.observations.length} observations`);
}
