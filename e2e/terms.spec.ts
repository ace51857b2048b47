import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { sitePages } from "./site-pages.ts";

const lesson = "/lessons/emitting/";
const lessons = sitePages().filter((path) => path.startsWith("/lessons/"));

const roomsTerm = (page: Page): Locator =>
  page.getByRole("main").getByRole("button", { name: "rooms", exact: true });
const card = (page: Page): Locator => page.locator(".term-card:popover-open");

test("a term tells its meaning on hover, and the pointer may go there", async ({ page }) => {
  await page.goto(lesson);
  await roomsTerm(page).hover();
  await expect(card(page)).toContainText("room");
  await card(page).hover();
  await page.mouse.move(0, 0);
  await expect(card(page)).toHaveCount(0);
});

test("a term tells its meaning on focus, and Escape closes it from both places", async ({
  page,
}) => {
  await page.goto(lesson);
  const term = roomsTerm(page);
  await page.keyboard.press("Tab");
  await term.focus();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(term).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "In the glossary" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(term).toBeFocused();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", also without JavaScript";
  test(`a term opens by a tap and closes by one beside it${how}`, async ({ openPage }) => {
    const viewport = { width: 390, height: 844 };
    const page = await openPage({ viewport, hasTouch: true, isMobile: true, javaScriptEnabled });
    await page.goto(lesson);
    await roomsTerm(page).tap();
    await expect(card(page)).toBeVisible();
    await expect(card(page)).toBeInViewport({ ratio: 1 });
    await page.getByRole("heading", { level: 1 }).dispatchEvent("pointerdown");
    await page.touchscreen.tap(5, 400);
    await expect(card(page)).toHaveCount(0);
  });
}

/** Terms whose card is not wholly in view, or covers the term, by their place in the page. */
const misplaced = (): string[] =>
  [...document.querySelectorAll<HTMLElement>(".term")].flatMap((term, index) => {
    const open = document.getElementById(term.getAttribute("popovertarget") ?? "");
    if (!open || term.closest("details:not([open])")) return [];
    term.scrollIntoView({ block: "center", behavior: "instant" });
    open.showPopover({ source: term });
    const box = open.getBoundingClientRect();
    const lines = [...term.getClientRects()];
    open.hidePopover();
    const isInside =
      box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    const isBeside = lines.every(
      ({ left, right, top, bottom }) =>
        box.bottom <= top || box.top >= bottom || box.right <= left || box.left >= right,
    );
    return isInside && isBeside && box.width > 200 ? [] : [`${index}: ${term.textContent}`];
  });

test("each term's card is in view beside it, on pages of any width", async ({ page }) => {
  test.slow();
  for (const path of lessons) {
    await page.goto(path);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(misplaced), `${path}, ${width} pixels wide`).toEqual([]);
    }
  }
});
