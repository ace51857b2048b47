import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findProgram } from "./find-program.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wirebook-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function program(name, exitCode = 0) {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(path, 0o755);
  return path;
}

function find(options = {}) {
  const record = join(folder, "cache", "browser");
  return findProgram({
    variable: "WIREBOOK_TEST_PROGRAM",
    record,
    names: ["wirebook-test-browser"],
    sources: [],
    advice: "Install a browser.",
    ...options,
  });
}

test("the variable wins over the PATH, and a wrong one is told", async () => {
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  program("wirebook-test-browser");
  const named = program("mine");
  vi.stubEnv("WIREBOOK_TEST_PROGRAM", named);
  expect(await find()).toBe(named);
  vi.stubEnv("WIREBOOK_TEST_PROGRAM", join(folder, "absent"));
  await expect(find()).rejects.toThrow("no program is there");
});

test("a program on the PATH is found and remembered", async () => {
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  const path = program("wirebook-test-browser");
  expect(await find()).toBe(path);
  expect(readFileSync(join(folder, "cache", "browser"), "utf8")).toBe(`${path}\n`);
  expect(await find({ names: [] })).toBe(path);
});

test("a program that does not run is passed over for the next source", async () => {
  const stub = program("stub", 1);
  const installed = program("installed");
  const sources = [async () => [], async () => [installed]];
  expect(await find({ names: [stub], sources })).toBe(installed);
});

test("the advice is all that is said when nothing is found", async () => {
  await expect(find()).rejects.toThrow(/^Install a browser\.$/);
});
