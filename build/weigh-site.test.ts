import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { pagesOverBudget } from "./page-weight.ts";
import { weighSite } from "./weigh-site.ts";

const folder = mkdtempSync(join(tmpdir(), "page-weight-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, content: string): void => writeFileSync(join(folder, path), content);

const html = `<link rel="stylesheet" href="/_astro/page.css"><script type="module" src="/_astro/page.js"></script>
<astro-island client="visible" component-url="/_astro/Widget.js" renderer-url="/_astro/client.js"></astro-island>`;

mkdirSync(join(folder, "_astro"));
put("index.html", html);
put("lesson.html", html);
put("_astro/page.css", "p { color: red }");
put("_astro/page.js", 'import{a}from"./shared.js";import("./search.js");a()');
put("_astro/shared.js", "export const a=()=>{};");
put("_astro/search.js", "export {}");
put("_astro/Widget.js", 'import"./shared.js";const c=()=>import(`./socket.js`);');
put("_astro/socket.js", "export {}");
put("_astro/client.js", "export {}");

const weights = weighSite(folder, { withLabs: ["index.html"] });
const filesOf = (page: string) => weights.find((weight) => weight.page === page)?.files.toSorted();

test("a lesson weighs its styles and scripts with what they import at once, not its labs", () => {
  expect(filesOf("lesson.html")).toEqual(["_astro/page.css", "_astro/page.js", "_astro/shared.js"]);
});

test("the landing page weighs its lab too, with what that loads later", () => {
  expect(filesOf("index.html")).toEqual([
    "_astro/Widget.js",
    "_astro/client.js",
    "_astro/page.css",
    "_astro/page.js",
    "_astro/shared.js",
    "_astro/socket.js",
  ]);
});

test("counts bytes after gzip", () => {
  expect(weights.find(({ page }) => page === "lesson.html")?.htmlBytes).toBe(
    gzipSync(html, { level: 9 }).length,
  );
});

test("a page above its budget is named with its figures, and the landing page may weigh more", () => {
  const weigh = (page: string, totalBytes: number) => ({
    ...{ page, totalBytes, htmlBytes: 1, cssBytes: 2, jsBytes: totalBytes - 3, files: [] },
  });
  expect(pagesOverBudget([weigh("index.html", 80_000), weigh("labs/index.html", 60_000)])).toEqual(
    [],
  );
  const [line] = pagesOverBudget([weigh("lessons/emitting/index.html", 60_001)]);
  expect(line).toContain("lessons/emitting/index.html: 60001 bytes (HTML 1, CSS 2, JS 59998)");
});
