import type { Page } from "@playwright/test";

/**
 * Notes each layout shift of the pages to come that an eye could see: browsers round fractions of a
 * pixel, too. Nothing may shift in pages that move, either.
 *
 * @returns what asks for them: size and first element
 */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources?: { node?: Node }[];
      })[]) {
        if (entry.value < 0.0001) continue;
        const [source] = entry.sources ?? [];
        const where = source?.node instanceof Element ? source.node.outerHTML : "";
        shifts.push(`${entry.value} ${where.slice(0, 100)}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate<string[]>("shifts");
}
