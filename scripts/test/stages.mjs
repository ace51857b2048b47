import { join } from "node:path";
import { SetUpError } from "../set-up/set-up-error.mjs";
import { countPlaywright, countVitest } from "./count-tests.mjs";

/** What a plain `npm test` runs, in the order of its summary. */
const USUAL = ["types", "lint", "unit", "e2e"];

const BIN = {
  astro: "astro/bin/astro.mjs",
  biome: "@biomejs/biome/bin/biome",
  playwright: "@playwright/test/cli.js",
  tsc: "typescript/bin/tsc",
  vitest: "vitest/vitest.mjs",
};

function command(tool, ...args) {
  return [join("node_modules", BIN[tool]), ...args];
}

function vitest(report, env = {}) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { commands: [command("vitest", "run", ...reporters)], env, report, count: countVitest };
}

function playwright(report, env = {}) {
  return {
    commands: [command("playwright", "test", "--reporter=list,json")],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env },
    report,
    count: countPlaywright,
  };
}

/**
 * The stages that can run, keyed by the name that `--only` takes. Each has `commands` that run one after
 * the other on the project's Node; one that runs tests has also the `report` they leave and how to `count` it.
 * `types` needs no tsc for the site: `astro check` reads every file of tsconfig.json.
 */
export function stages(reportFolder) {
  const report = (name) => join(reportFolder, `${name}.json`);
  const colors = process.stdout.isTTY ? "--colors=force" : "--colors=off";
  return {
    types: { commands: [command("astro", "check"), command("tsc", "-p", "server/tsconfig.json")] },
    lint: { commands: [command("biome", "ci", colors)] },
    unit: vitest(report("unit")),
    long: vitest(report("long"), { WIREBOOK_LONG: "1" }),
    e2e: playwright(report("e2e"), { WIREBOOK_PART: "1" }),
    "long-e2e": playwright(report("long-e2e"), { WIREBOOK_LONG: "1" }),
  };
}

/** The names in `--only=a,b`, or the usual ones. Throws a `SetUpError` on a name that is not in `known`. */
export function chosenNames(args, known) {
  const option = args.find((arg) => arg.startsWith("--only="));
  if (!option) return USUAL;
  const chosen = option.slice("--only=".length).split(",");
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length === 0) return chosen;
  throw new SetUpError(`--only = ${unknown.join(",")}, choose from ${known.join(",")}.`);
}
