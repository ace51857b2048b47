import type { Locator, Page } from "@playwright/test";
import { z } from "zod";
import { expectNothing } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { focusByTab } from "./focus-by-tab.ts";
import { Lab } from "./lab.ts";
import { watchShifts } from "./watch-shifts.ts";

const address = "/misconceptions/";

const entries = (page: Page): Locator => page.locator("[data-entry]");
const shown = (page: Page): Locator => page.locator("[data-entry]:visible");
const field = (page: Page): Locator => page.getByRole("searchbox", { name: "Find by words" });
const count = (page: Page): Locator => page.locator("entry-filter").getByRole("status");

const text = z.string().min(3);
const href = z.string().regex(/^\/[a-z/-]+\/([?#].+)?$/);

/** What others may rely on in version 1 of the file. */
const catalogue = z.strictObject({
  title: text,
  schemaVersion: z.literal(1),
  licence: z.strictObject({
    name: z.literal("CC BY 4.0"),
    url: z.literal("https://creativecommons.org/licenses/by/4.0/"),
    attribution: text,
  }),
  misconceptions: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      ref: z.string().regex(/^M\d+$/),
      topic: text,
      claim: text,
      truth: text,
      why: text,
      source: z.strictObject({ name: text, url: z.url().optional() }),
      lesson: z.strictObject({ title: text, href }),
      shownBy: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("lab"), lab: text, preset: text, title: text, href }),
        z.strictObject({ kind: z.literal("program"), program: text, href }),
        z.strictObject({ kind: z.literal("not-shown"), reason: text }),
      ]),
    }),
  ),
});

test("the catalogue is a file under a free licence, with what the page has", async ({
  page,
  request,
}) => {
  const answer = await request.get("/misconceptions.json");
  expect(answer.headers()["content-type"]).toContain("application/json");
  const { misconceptions } = catalogue.parse(await answer.json());
  await page.goto(address);
  const ids = await entries(page).evaluateAll((all) =>
    all.map((one) => one.getAttribute("data-entry") ?? ""),
  );
  expect(misconceptions.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  for (const { claim, truth } of misconceptions.slice(0, 5)) {
    await expect(page.getByRole("heading", { name: `“${claim}”` })).toBeVisible();
    await expect(page.getByText(truth, { exact: true })).toBeVisible();
  }
});

test("words narrow the list down, by keyboard, and the count is told once", async ({ page }) => {
  const shifts = await watchShifts(page);
  await page.goto(address);
  expect(await shifts()).toEqual([]);
  const all = await entries(page).count();
  expect(all).toBeGreaterThan(80);
  await focusByTab(field(page));
  await page.keyboard.type("masking encrypts");
  await expect(count(page)).toHaveText(`1 of ${all} misconceptions.`);
  await expect(shown(page)).toHaveAttribute("data-entry", "masking-encrypts");
  await expect(page.getByRole("heading", { name: "WebSocket", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "UDP", exact: true })).toBeHidden();
  await page.keyboard.type(" quickly");
  await expect(count(page)).toContainText("Try fewer");
  await expect(shown(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(shown(page)).toHaveCount(all);
  await expect(count(page)).toHaveText(`All ${all} misconceptions are shown.`);
});

test("a topic that the search hides is shown again by its link", async ({ page }) => {
  await page.goto(address);
  await field(page).fill("masking encrypts");
  await page.getByRole("list", { name: "Topics" }).getByRole("link", { name: "UDP" }).click();
  await expect(page.getByRole("heading", { name: "UDP", exact: true })).toBeInViewport();
  await expect(field(page)).toHaveValue("");
});

test("an entry leads to the run that is against it", async ({ page }) => {
  await page.goto(`${address}#broadcast-includes-me`);
  const entry = page.locator('[data-entry="broadcast-includes-me"]');
  await expect(entry).toBeInViewport();
  await entry.getByRole("link", { name: "Ann emits; the server broadcasts" }).click();
  await expect(new Lab(page, "emit").root).toHaveAttribute("data-preset", "broadcast");
});

test("an entry leads to the program that is against it", async ({ page }) => {
  await page.goto(`${address}#masking-encrypts`);
  const entry = page.locator('[data-entry="masking-encrypts"]');
  await entry.getByRole("link", { name: "a program to run" }).click();
  await expect(page).toHaveURL(/\/lessons\/websocket\/#unmask-/);
  await expect(page.locator(":target")).toBeInViewport();
});

test("without JavaScript the whole list is there, and no search", async ({ openPage }) => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(address);
  await expect(field(page)).toHaveCount(0);
  expect(await shown(page).count()).toBe(await entries(page).count());
});

test("axe finds nothing in a list that was narrowed down, on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await field(page).fill("port");
  await expect(count(page)).toContainText(" of ");
  await expectNothing(page, "main");
});
