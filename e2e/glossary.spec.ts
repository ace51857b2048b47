import { expect, test } from "./fixtures.ts";
import { watchShifts } from "./watch-shifts.ts";

const address = "/glossary/";

test("terms are found by words, and each says where it is taught", async ({ page }) => {
  const shifts = await watchShifts(page);
  await page.goto(address);
  expect(await shifts()).toEqual([]);
  const all = await page.locator("[data-entry]").count();
  expect(all).toBeGreaterThan(60);
  await page.getByRole("searchbox", { name: "Find by words" }).fill("zzz");
  await expect(page.locator("entry-filter").getByRole("status")).toContainText(`of the ${all}`);
  await page.getByRole("searchbox").fill("masking");
  const masking = page.locator('[data-entry="masking"]');
  await expect(masking).toBeVisible();
  await expect(page.locator('[data-entry="room"]')).toBeHidden();
  await masking.getByRole("link", { name: /^WebSocket/ }).click();
  await expect(page).toHaveURL(/\/lessons\/websocket\/$/);
});

test("a link to a term leads there, also without JavaScript", async ({ openPage }) => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(`${address}#room`);
  await expect(page.getByRole("heading", { name: "room", exact: true })).toBeInViewport();
  await expect(page.getByRole("searchbox")).toHaveCount(0);
});
