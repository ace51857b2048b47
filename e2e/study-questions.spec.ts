import type { Locator, Page } from "@playwright/test";
import { expectNothing } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { focusByTab } from "./focus-by-tab.ts";
import { Lab } from "./lab.ts";
import { watchShifts } from "./watch-shifts.ts";

const address = "/questions/";
const count = 16;

const entry = (page: Page, id: string): Locator => page.locator(`[data-entry="${id}"]`);

test("sixteen entries each show an answer, a run, a lesson and a source", async ({ page }) => {
  const shifts = await watchShifts(page);
  await page.goto(address);
  const entries = page.locator("[data-entry]");
  await expect(entries).toHaveCount(count);
  expect(await shifts()).toEqual([]);
  for (const one of await entries.all()) {
    await expect(one.getByRole("heading", { name: "The right answer" })).toBeHidden();
    await one.getByText("Show the answers").click();
    await expect(one.getByRole("heading", { name: "The right answer" })).toBeVisible();
    await expect(one.locator('a[href^="/labs/"]').first()).toBeVisible();
    await expect(one.locator('a[href^="/lessons/"]').first()).toBeVisible();
    await expect(one.locator(".cite")).toContainText(/RFC|socket\.io|ITU/);
  }
});

test("each run that an entry names opens its lab with that setting", async ({ page, request }) => {
  await page.goto(address);
  const links = await page.locator('[data-entry] a[href^="/labs/"]').all();
  expect(links.length).toBeGreaterThanOrEqual(count);
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  for (const href of new Set(hrefs)) {
    const lab = new URL(href ?? "", "http://localhost");
    // A lab's page lists its presets under the very addresses that open them.
    expect(await (await request.get(lab.pathname)).text(), href ?? "").toContain(`href="${href}"`);
  }
});

test("an answer is written, compared, seen to happen and kept, by keyboard", async ({ page }) => {
  await page.goto(address);
  const one = entry(page, "client-emits");
  const own = one.getByRole("textbox", { name: "Your answer first" });
  await focusByTab(own);
  await page.keyboard.type("It goes to everyone.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(one).toContainText("It goes to the server and nowhere else.");
  await one
    .getByRole("link", { name: "Ann emits; the server does nothing with it" })
    .press("Enter");
  const lab = new Lab(page, "emit");
  await expect(lab.root).toHaveAttribute("data-preset", "client-emit");
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await page.goto(address);
  await expect(own).toHaveValue("It goes to everyone.");
  await own.fill("");
  await page.reload();
  await expect(own).toHaveValue("");
});

test("two tabs keep each other's answers", async ({ page, context }) => {
  await page.goto(address);
  const other = await context.newPage();
  await other.goto(address);
  await entry(page, "tcp").getByRole("textbox").fill("A stream.");
  await expect(entry(other, "tcp").getByRole("textbox")).toHaveValue("A stream.");
  await entry(other, "udp").getByRole("textbox").fill("Datagrams.");
  await other.reload();
  await expect(entry(other, "tcp").getByRole("textbox")).toHaveValue("A stream.");
  await expect(entry(page, "udp").getByRole("textbox")).toHaveValue("Datagrams.");
});

test("what was written goes into the saved file, and comes back from it", async ({ page }) => {
  await page.goto(address);
  await entry(page, "tcp").getByRole("textbox").fill("A stream.");
  await page.goto("/progress/");
  const save = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const file = await (await save).path();
  await page.getByRole("button", { name: "Delete all" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByLabel("A file with answers").setInputFiles(file);
  await expect(page.locator(".kept-said")).toHaveText(
    "What you wrote to 1 study question was read and added.",
  );
  await page.goto(address);
  await expect(entry(page, "tcp").getByRole("textbox")).toHaveValue("A stream.");
});

test("what cannot be read is said, left alone, and nothing breaks", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("wirebook:own-answers", "{ broken"));
  await page.goto(address);
  const one = entry(page, "udp");
  await one.getByRole("textbox").fill("mine");
  await expect(one.getByRole("status")).toContainText("could not be read");
  await expect(one.getByRole("textbox")).toHaveValue("mine");
  expect(await page.evaluate(() => localStorage.getItem("wirebook:own-answers"))).toBe("{ broken");
});

test("without JavaScript the answers open, and nothing asks for what would be lost", async ({
  openPage,
}) => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(address);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const one = entry(page, "missed-event");
  await expect(one).not.toContainText("There are three ways to miss one.", { useInnerText: true });
  await one.getByText("Show the answers").click();
  await expect(one).toContainText("There are three ways to miss one.", { useInnerText: true });
});

test("axe finds nothing in answers that are open, on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  for (const one of await page.locator("[data-entry] summary").all()) await one.click();
  await expectNothing(page);
});
