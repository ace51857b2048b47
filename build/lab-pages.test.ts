import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { labIds, pageSource } from "./lab-pages.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("each folder with a figure is a lab that gets its pages", () => {
  for (const [id, file] of [
    ["wire", "index.astro"],
    ["emit", "index.astro"],
    ["notes", "readme.md"],
  ] as const) {
    mkdirSync(join(folder, id));
    writeFileSync(join(folder, id, file), "");
  }
  expect(labIds(folder)).toEqual(["emit", "wire"]);
});

test("the styles of a lab come after those of the page around it", () => {
  const source = pageSource("emit", "/site/LabPage.astro");
  expect(source.indexOf("LabPage.astro")).toBeLessThan(source.indexOf("#labs/emit/index.astro"));
  expect(source).toContain('<Frame id="emit"><Lab /></Frame>');
});
