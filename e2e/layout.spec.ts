import { expect, test } from "./fixtures.ts";
import { Lab } from "./lab.ts";
import { sitePages } from "./site-pages.ts";
import { watchShifts } from "./watch-shifts.ts";

test("no page scrolls sideways on the narrowest phone", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of sitePages()) {
    await test.step(path, async () => {
      await page.goto(path);
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth).toBe(clientWidth);
    });
  }
});

for (const width of [412, 1280]) {
  test(`nothing shifts on the landing page, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const shifts = await watchShifts(page);
    await page.goto("/");
    const connection = new Lab(page, "connection");
    await expect(connection.status).toContainText("went on over WebSocket");
    await expect(connection.root).toHaveAttribute("data-provenance", "observed");
    expect(await shifts()).toEqual([]);
  });
}
