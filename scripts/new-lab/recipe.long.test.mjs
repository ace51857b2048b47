import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TemporaryClone } from "./testing/temporary-clone.mjs";

/** The slow part of the recipe in CONTRIBUTING.md: every check of the project, with a lab more. */
const LIMIT_MS = 300_000;

let clone;
beforeAll(async () => {
  clone = new TemporaryClone({ ownsPackages: true });
  await clone.run("scripts/new-lab.mjs", "water-clock");
}, LIMIT_MS);
afterAll(() => clone.remove());

const holds = async (...args) => {
  const { ok, output } = await clone.run(...args);
  expect(ok, output).toBe(true);
};

test("with a lab more, the site is built and has its page", { timeout: LIMIT_MS }, async () => {
  await holds("scripts/build.mjs");
  expect(existsSync(join(clone.root, "dist/site/labs/water-clock/index.html"))).toBe(true);
});

test("with a lab more, types and lint hold", { timeout: LIMIT_MS }, async () => {
  await holds("node_modules/astro/bin/astro.mjs", "check");
  await holds("node_modules/typescript/bin/tsc", "-p", "server/tsconfig.json");
  await holds("node_modules/@biomejs/biome/bin/biome", "ci");
});

test("with a lab more, architecture and the contract suite hold", {
  timeout: LIMIT_MS,
}, async () => {
  const tests = ["src/architecture", "src/labs/water-clock", "server/contract-suite"];
  await holds("node_modules/vitest/vitest.mjs", "run", ...tests);
});

test("with a lab more, its browser test passes", { timeout: LIMIT_MS }, async () => {
  await holds("node_modules/@playwright/test/cli.js", "test", "e2e/labs/water-clock.spec.ts");
});
