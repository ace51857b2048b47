import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { buildSite } from "./build-site.mjs";

let root;
let build;
beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  root = mkdtempSync(join(tmpdir(), "wirebook-"));
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "src", "page.astro"), "one");
  build = vi.fn(async () => "");
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

test("builds once, and again only when a source has changed", async () => {
  await buildSite(root, { build });
  await buildSite(root, { build });
  expect(build).toHaveBeenCalledTimes(1);
  writeFileSync(join(root, "src", "page.astro"), "two");
  await buildSite(root, { build });
  expect(build).toHaveBeenCalledTimes(2);
});

test("builds again when dist is gone, and when forced", async () => {
  await buildSite(root, { build });
  rmSync(join(root, "dist"), { recursive: true });
  await buildSite(root, { build });
  await buildSite(root, { build, force: true });
  expect(build).toHaveBeenCalledTimes(3);
});

test("does not record a build that failed", async () => {
  build.mockRejectedValueOnce(new Error("broken page"));
  await expect(buildSite(root, { build })).rejects.toThrow("broken page");
  await buildSite(root, { build });
  expect(build).toHaveBeenCalledTimes(2);
});
