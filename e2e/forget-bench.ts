import type { Page } from "@playwright/test";

/** The next page opens a bench of its own, as it would in a new tab. */
export async function forgetBench(page: Page): Promise<void> {
  if (page.url().startsWith("http")) await page.evaluate(() => sessionStorage.clear());
}
