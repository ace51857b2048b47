import { expect, test } from "./fixtures.ts";
import { Lab } from "./lab.ts";
import { watchShifts } from "./watch-shifts.ts";

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
