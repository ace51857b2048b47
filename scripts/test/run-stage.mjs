import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

const NO_TESTS = { passed: 0, failed: 0 };

/**
 * Runs the commands of one stage and resolves to `{ isOk, seconds, passed, failed, output }`.
 * With `live`, the output goes to the terminal as it comes and `output` stays empty.
 * A stage that runs tests is not ok when it ran none. `run` has `node`, `root`, `env` and the set `children`.
 */
export async function runStage(stage, { live }, run) {
  const startMs = performance.now();
  if (stage.report) rmSync(stage.report, { force: true });
  const results = [];
  for (const args of stage.commands) results.push(await runCommand(args, stage.env, live, run));
  const counts = countsOf(stage);
  const ranTests = !stage.report || counts.passed + counts.failed > 0;
  return {
    isOk: ranTests && counts.failed === 0 && results.every(({ code }) => code === 0),
    seconds: (performance.now() - startMs) / 1000,
    output: results.map(({ output }) => output).join(""),
    ...counts,
  };
}

function countsOf({ report, count }) {
  if (!report || !existsSync(report)) return NO_TESTS;
  return count(JSON.parse(readFileSync(report, "utf8")));
}

function runCommand(args, env, live, run) {
  return new Promise((resolve) => {
    const child = spawn(run.node, args, {
      cwd: run.root,
      env: { ...run.env, ...env },
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    });
    run.children.add(child);
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on("close", (code) => {
      run.children.delete(child);
      resolve({ code, output });
    });
  });
}
