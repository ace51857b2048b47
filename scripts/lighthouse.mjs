/**
 * Lighthouse's scores of the built site on a phone: medians of five runs a page.
 *
 *   npm run lighthouse                      / and /lessons/emitting/
 *   npm run lighthouse -- /labs/ /privacy/  other pages
 *   npm run lighthouse -- --runs=1 /labs/   fewer runs, for a first look at many pages
 *
 * Exits 1 when a score is below the one in lighthouse/summary.mjs.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runLighthouse } from "./lighthouse/run-lighthouse.mjs";
import { startChromium } from "./lighthouse/start-chromium.mjs";
import { startServer } from "./lighthouse/start-server.mjs";
import { complaints, summarise, summaryLine, tooLow } from "./lighthouse/summary.mjs";
import { findBrowser } from "./set-up/find-browser.mjs";
import { projectRoot } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";

const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "5" } },
  allowPositionals: true,
});
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 5);
const pages = positionals.length > 0 ? positionals : ["/", "/lessons/emitting/"];

const undo = [];
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => void cleanUp().then(() => process.exit(1)));
}
await orExplain(async () => {
  try {
    await measureAll();
  } finally {
    await cleanUp();
  }
});

async function cleanUp() {
  for (const step of undo.splice(0).reverse()) await step();
}

async function measureAll() {
  const folder = mkdtempSync(join(tmpdir(), "wirebook-reports-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startServer();
  undo.push(server.stop);
  const chromium = await startChromium(await findBrowser(projectRoot));
  undo.push(chromium.stop);
  const reportFile = join(folder, "report.json");
  for (const page of pages) {
    const summary = await measure(page, {
      url: server.url + page,
      port: chromium.port,
      reportFile,
    });
    if (tooLow(summary).length > 0) process.exitCode = 1;
  }
}

async function measure(page, { url, port, reportFile }) {
  const reports = [];
  for (let run = 1; run <= runs; run += 1) {
    console.error(`${page}: run ${run} of ${runs}`);
    reports.push(await runLighthouse(url, { port, reportFile }));
  }
  const summary = summarise(reports);
  console.log(`${page}  ${summaryLine(summary)}`);
  const low = tooLow(summary);
  if (low.length > 0) console.log(`  too low: ${low.join(", ")}`);
  for (const line of complaints(reports.at(-1))) console.log(line);
  return summary;
}
