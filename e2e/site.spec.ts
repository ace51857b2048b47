import type { APIResponse, Response } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Lab } from "./lab.ts";
import { sitePages } from "./site-pages.ts";

const pages = sitePages();

test("the start page shows the reader's own connection as it comes up", async ({ page }) => {
  await page.goto("/");
  const lab = new Lab(page, "connection");
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await expect(lab.root).toHaveAttribute("data-provenance", "observed");
  await expect(lab.status).toHaveText(
    "This page began with HTTP polling and went on over WebSocket.",
  );
  await lab.run("Say hello");
  await expect(lab.status).toHaveText("Your hello was acknowledged.");
  const start = page.getByRole("link", { name: /^Start with/ });
  const [, title = "no title"] = (await start.textContent())?.match(/“(.+)”/) ?? [];
  await start.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("the start page without a server shows a recorded connection", async ({
  page,
  startPlainFiles,
  trouble,
}) => {
  trouble.expect(/Failed to load resource: .* 404 .*\/control\//);
  const { url } = await startPlainFiles();
  await page.goto(url);
  const lab = new Lab(page, "connection");
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(lab.root).toHaveAttribute("data-state", "replay");
});

test("an address without a page says 404, in words and in status", async ({ page, trouble }) => {
  trouble.expect(/Failed to load resource: .* 404 .*no-such-page/);
  const answer = await page.goto("/no-such-page/");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing is listening here");
  await page.getByRole("main").getByRole("link", { name: "All labs" }).click();
  await expect(page).toHaveURL(/\/labs\/$/);
});

test("every page has its own policy and is isolated on this machine", async ({ request }) => {
  for (const path of pages) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toMatch(/script-src 'self' .*'sha256-/);
    expect(headers["content-security-policy"], path).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    const framing = path.startsWith("/embed/") ? "frame-ancestors *" : "frame-ancestors 'none'";
    expect(headers["content-security-policy"], path).toContain(framing);
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cache-control": expect.stringContaining("no-cache"),
    });
  }
});

test("a page of this machine sees itself isolated, one of the network does not", async ({
  page,
  baseURL,
  trouble,
}) => {
  await page.goto("/privacy/");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const origin = `http://teacher.test:${new URL(baseURL ?? "").port}`;
  trouble.allowOrigin(origin);
  await page.goto(`${origin}/privacy/`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
});

test("hashed files are kept for good, and sent compressed", async ({ page }) => {
  const hashed: Response[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/_astro/")) hashed.push(response);
  });
  await page.goto("/");
  // Those that come later are not asked: the page is closed before they could answer.
  const all = await Promise.all(hashed.map((response) => response.allHeaders()));
  expect(all.length).toBeGreaterThan(3);
  for (const headers of all) expect(headers["cache-control"]).toContain("immutable");
  expect(all.filter((headers) => headers["content-encoding"] === "br").length).toBeGreaterThan(2);
});

test("no internal link is dead, and every anchor exists", async ({ request, baseURL }) => {
  const base = new URL(baseURL ?? "");
  const texts = new Map<string, Promise<APIResponse>>();
  const get = (path: string) => {
    const known = texts.get(path) ?? request.get(path);
    texts.set(path, known);
    return known;
  };
  const dead: string[] = [];
  for (const from of ["/404.html", ...pages]) {
    const html = await (await get(from)).text();
    for (const [, link = ""] of html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
      const url = new URL(link.replaceAll("&amp;", "&"), new URL(from, base));
      if (url.origin !== base.origin) continue;
      const target = await get(url.pathname);
      const id = decodeURIComponent(url.hash.slice(1));
      const isPage = target.ok() || url.pathname === from;
      const isThere = isPage && (!id || (await target.text()).includes(`id="${id}"`));
      if (!isThere) dead.push(`${from} → ${link}`);
    }
  }
  expect(texts.size).toBeGreaterThan(pages.length);
  expect([...new Set(dead)]).toEqual([]);
});

test("the theme is chosen once and kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/privacy/");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.goto("/glossary/");
  await expect(html).toHaveAttribute("data-theme", "dark");
});

test("the list of labs leads to each lab, and each lab to its presets", async ({ page }) => {
  await page.goto("/labs/");
  const entries = page.locator("[data-entry]");
  await expect(entries).toHaveCount(pages.filter((path) => path.startsWith("/embed/")).length);
  await page.getByRole("link", { name: "Who gets it?" }).click();
  await page.getByRole("link", { name: "Ann emits; the server broadcasts" }).click();
  await expect(page.locator('[data-lab="emit"]')).toHaveAttribute("data-preset", "broadcast");
});
