import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runStage } from "./run-stage.mjs";

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wirebook-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function runCode(code, stage = {}) {
  const run = { root, node: process.execPath, env: process.env, children: new Set() };
  return runStage({ commands: [["-e", code]], ...stage }, { live: false }, run);
}

function reporting(passed) {
  const report = join(root, "report.json");
  const code = `require("fs").writeFileSync(${JSON.stringify(report)}, '{"passed":${passed},"failed":0}')`;
  return [code, { report, count: (counts) => counts }];
}

test("keeps what a silent stage prints and fails with its exit code", async () => {
  const result = await runCode('console.log("why"); process.exit(3)');
  expect(result).toMatchObject({ isOk: false, output: "why\n" });
});

test("is ok when tests ran and passed", async () => {
  expect(await runCode(...reporting(2))).toMatchObject({ isOk: true, passed: 2, failed: 0 });
});

test("is not ok when no test ran", async () => {
  expect(await runCode(...reporting(0))).toMatchObject({ isOk: false });
});

test("does not count the report of an earlier run", async () => {
  const [, stage] = reporting(2);
  writeFileSync(stage.report, '{"passed":2,"failed":0}');
  expect(await runCode("", stage)).toMatchObject({ isOk: false, passed: 0 });
});
