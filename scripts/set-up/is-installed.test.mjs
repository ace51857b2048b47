import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installKey, installRecord, isInstalled } from "./is-installed.mjs";
import { packagedNode } from "./project-node.mjs";

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wirebook-"));
  mkdirSync(join(root, "node_modules"));
});
afterEach(() => rmSync(root, { recursive: true }));

function writeLock(path, packages) {
  writeFileSync(join(root, path), JSON.stringify({ packages }));
}

function writeNode() {
  const node = packagedNode(root);
  if (!node) return;
  mkdirSync(dirname(node), { recursive: true });
  writeFileSync(node, "");
}

test("an empty node_modules is not installed", () => {
  writeLock("package-lock.json", {});
  expect(isInstalled(root)).toBe(false);
});

test("a recorded install holds until the lockfile changes", () => {
  writeLock("package-lock.json", { "node_modules/a": { version: "1.0.0" } });
  writeFileSync(installRecord(root), `${installKey(root)}\n`);
  expect(isInstalled(root)).toBe(true);
  writeLock("package-lock.json", { "node_modules/a": { version: "1.0.1" } });
  expect(isInstalled(root)).toBe(false);
});

test("an install by hand counts when npm's own list agrees", () => {
  writeNode();
  const other = { version: "1.0.0", optional: true };
  writeLock("package-lock.json", { "": {}, "node_modules/a": { version: "1.0.0" }, other });
  writeLock("node_modules/.package-lock.json", { "node_modules/a": { version: "1.0.0" } });
  expect(isInstalled(root)).toBe(true);
});

test("a package that is missing or of another version is not installed", () => {
  writeNode();
  writeLock("package-lock.json", { "node_modules/a": { version: "1.0.0" } });
  writeLock("node_modules/.package-lock.json", {});
  expect(isInstalled(root)).toBe(false);
  writeLock("node_modules/.package-lock.json", { "node_modules/a": { version: "0.9.0" } });
  expect(isInstalled(root)).toBe(false);
});
