import { join } from "node:path";
import { countPlaywright, countVitest } from "./count-tests.mjs";

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

/**
 * The stages of `npm test`, keyed by the name that `--only` takes. Each has `commands` that run one after
 * the other on the project's Node; one that runs tests has also the `report` they leave and how to `count` it.
 */
export function stages(reportFolder) {
  const unitReport = join(reportFolder, "unit.json");
  const e2eReport = join(reportFolder, "e2e.json");
  return {
    types: {
      commands: [
        command("astro", "check"),
        command("tsc", "-p", "tsconfig.json"),
        command("tsc", "-p", "server/tsconfig.json"),
      ],
    },
    lint: {
      commands: [command("biome", "ci", process.stdout.isTTY ? "--colors=force" : "--colors=off")],
    },
    unit: {
      commands: [
        command(
          "vitest",
          "run",
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${unitReport}`,
        ),
      ],
      report: unitReport,
      count: countVitest,
    },
    e2e: {
      commands: [command("playwright", "test", "--reporter=list,json")],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
      report: e2eReport,
      count: countPlaywright,
    },
  };
}

/** The names in `--only=a,b`, or all. Throws on a name that is no stage. */
export function chosenNames(args, names) {
  const option = args.find((arg) => arg.startsWith("--only="));
  if (!option) return names;
  const chosen = option.slice("--only=".length).split(",");
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length === 0) return chosen;
  throw new Error(`--only = ${unknown.join(",")}, known are ${names.join(",")}`);
}
