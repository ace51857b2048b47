import type { Page } from "@playwright/test";
import { expectNothing } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { sample } from "./sample.ts";
import { sitePages } from "./site-pages.ts";

/** Several walks, so that they run side by side; neighbours are of one kind, so that each has some. */
const walks = 4;
const pages = [...sitePages(), "/no-such-page/"];
const pagesOf = (walk: number): string[] => pages.filter((_, index) => index % walks === walk);

/** Pages that axe looks at in a plain run; a framed lab is the same as on the lab's own page. */
const looked = new Set(
  sample(
    14,
    pages.filter((path) => !path.startsWith("/embed/")),
  ),
);

const hiddenWidth = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** What every page has, on the narrowest phone. */
async function expectWhole(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  const answer = await page.goto(path);
  expect.soft(answer?.status(), path).toBe(path === "/no-such-page/" ? 404 : 200);
  await expect.soft(page, path).toHaveTitle(/Wirebook/);
  await expect.soft(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
  await expect.soft(page.locator("html"), path).toHaveAttribute("lang", "en");
  expect.soft(await hiddenWidth(page), `${path} scrolls sideways`).toBe(0);
}

for (let walk = 0; walk < walks; walk += 1) {
  test(`every page has title, heading and language, fits a phone, and axe finds nothing: walk ${walk + 1} of ${walks}`, async ({
    page,
    trouble,
  }) => {
    test.setTimeout(120_000);
    trouble.expect(/Failed to load resource: .* 404 .*no-such-page/);
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const path of pagesOf(walk)) {
      await test.step(path, async () => {
        await expectWhole(page, path);
        if (!looked.has(path)) return;
        await page.setViewportSize({ width: 390, height: 844 });
        await expectNothing(page);
      });
    }
  });
}
