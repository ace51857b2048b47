import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** The rules that look at colours: all that can differ between the light and the dark page. */
const colorRules = ["color-contrast", "link-in-text-block"];

/** Every violation in one line: rule, element, what axe says of it. */
async function violations(page: Page, part: string, rules?: string[]): Promise<string[]> {
  // The pages frame nothing, so what axe does for frames is left out: it takes half of its time.
  const axe = new AxeBuilder({ page }).include(part).setLegacyMode();
  // No rule that runs reads the style sheets, which axe would load and parse anew each time.
  const preload = { assets: ["media"] };
  axe.options({ resultTypes: ["violations"], preload, ...(rules && { runOnly: rules }) });
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Expects nothing from axe on the page, or a part of it, as it is, light and dark. */
export async function expectNothing(page: Page, part = "html"): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => page.evaluate(paintedScheme)).toBe("light");
  expect(await violations(page, part), "light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => page.evaluate(paintedScheme)).toBe("dark");
  expect(await violations(page, part, colorRules), "dark").toEqual([]);
}

/** Whether the ground of the page is light or dark, as painted. */
function paintedScheme(): string {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return "unknown";
  for (const element of [document.documentElement, document.body]) {
    context.fillStyle = getComputedStyle(element).backgroundColor;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, , , alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return alpha > 0 && red < 128 ? "dark" : "light";
}
