import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./fingerprint.mjs";

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wirebook-"));
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "src", "page.astro"), "one");
});
afterEach(() => rmSync(root, { recursive: true }));

const take = () => fingerprint(root, ["src", "absent"]);

test("changes with a file's content, its name and the number of files", () => {
  const seen = [take()];
  writeFileSync(join(root, "src", "page.astro"), "two");
  seen.push(take());
  writeFileSync(join(root, "src", "b.ts"), "");
  seen.push(take());
  rmSync(join(root, "src", "b.ts"));
  writeFileSync(join(root, "src", "c.ts"), "");
  seen.push(take());
  expect(new Set(seen).size).toBe(4);
});

test("changes with the settings", () => {
  expect(fingerprint(root, ["src"], { PUBLIC_ORIGIN: "https://a.example" })).not.toBe(take());
});

test("stays the same when only times and tests change", () => {
  const before = take();
  utimesSync(join(root, "src", "page.astro"), 0, 0);
  writeFileSync(join(root, "src", "page.test.ts"), "test");
  expect(take()).toBe(before);
});
