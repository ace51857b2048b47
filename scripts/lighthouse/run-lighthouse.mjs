import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { projectRoot } from "../set-up/project-root.mjs";
import { lastLines, runQuietly } from "../set-up/run-quietly.mjs";

/**
 * Not among the dependencies: it is as large as all of them together, and only this script needs it.
 * npm keeps it in its cache after the first run.
 */
const LIGHTHOUSE = "lighthouse@13.5.0";

/** Lighthouse needs a newer Node than npm may run on: the project's own goes first. */
const PATH = [join(projectRoot, "node_modules", ".bin"), process.env.PATH].join(delimiter);

/** Measures a page once, as a phone, and resolves to Lighthouse's report. */
export async function runLighthouse(url, { port, reportFile }) {
  const args = ["--yes", LIGHTHOUSE, url, `--port=${port}`, "--output=json", "--quiet"];
  const { ok, output } = await runQuietly("npx", [...args, `--output-path=${reportFile}`], {
    cwd: projectRoot,
    env: { ...process.env, PATH },
    shell: process.platform === "win32",
  });
  if (!ok)
    throw new Error(`${lastLines(output)}\nLighthouse failed on ${url}; its reason is above.`);
  return JSON.parse(readFileSync(reportFile, "utf8"));
}
