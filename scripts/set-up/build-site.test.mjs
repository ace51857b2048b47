import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { buildSite } from "./build-site.mjs";
import { projectRoot } from "./project-root.mjs";

let root;
let build;
let check;
beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  root = mkdtempSync(join(tmpdir(), "wirebook-"));
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "src", "page.astro"), "one");
  build = vi.fn(async () => "");
  check = vi.fn(async () => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

test("builds once, and again only when a source has changed", async () => {
  await buildSite(root, { build, check });
  await buildSite(root, { build, check });
  expect(build).toHaveBeenCalledTimes(1);
  writeFileSync(join(root, "src", "page.astro"), "two");
  await buildSite(root, { build, check });
  expect(build).toHaveBeenCalledTimes(2);
});

test("builds again when dist is gone, and when forced", async () => {
  await buildSite(root, { build, check });
  rmSync(join(root, "dist"), { recursive: true });
  await buildSite(root, { build, check });
  await buildSite(root, { build, check, force: true });
  expect(build).toHaveBeenCalledTimes(3);
});

test("does not record a build that failed", async () => {
  build.mockRejectedValueOnce(new Error("broken page"));
  await expect(buildSite(root, { build, check })).rejects.toThrow("broken page");
  await buildSite(root, { build, check });
  expect(build).toHaveBeenCalledTimes(2);
});

test("keeps the last build when a setting of the new one is wrong", async () => {
  await buildSite(root, { build, check });
  check.mockRejectedValueOnce(new Error("PUBLIC_ORIGIN is wrong"));
  await expect(buildSite(root, { build, check, force: true })).rejects.toThrow("PUBLIC_ORIGIN");
  await buildSite(root, { build, check });
  expect(build).toHaveBeenCalledTimes(1);
});

test.each([
  ["PUBLIC_ORIGIN", "wirebook.example"],
  ["EDIT_BASE_URL", "git.example/edit"],
  ["REPORT_URL", "https://git.example/new"],
])("refuses a wrong %s in one sentence, before anything is built", async (name, value) => {
  vi.stubEnv(name, value);
  await expect(buildSite(projectRoot, { build, force: true })).rejects.toThrow(
    new RegExp(`^${name} is "${value}", but must be [^\\n]*$`),
  );
  expect(build).not.toHaveBeenCalled();
});
