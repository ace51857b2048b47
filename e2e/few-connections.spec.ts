import type { BrowserContext, Page } from "@playwright/test";
import { Cable } from "../src/lab-kit/testing/cable.ts";
import { test as base, expect } from "./fixtures.ts";
import { EmitLab } from "./labs/emit-lab.ts";

/** A network on the way to the site that refuses every WebSocket. */
const test = base.extend<{ site: string }>({
  site: async ({ startServer, trouble, context }, use) => {
    const server = await startServer();
    await using cable = await Cable.to(Number(new URL(server.url).port));
    cable.upgrades = "refused";
    trouble.allowOrigin(cable.url);
    trouble.expect(/WebSocket connection to .* failed/);
    await use(cable.url);
    // Pages that outlive their network would complain of it.
    await Promise.all(context.pages().map((page) => page.close()));
  },
});

const withinASecond = { timeout: 1000 };

/** A tab with the emit lab, in front of all others: those are hidden, as they are in a browser. */
async function openTab(context: BrowserContext, site: string): Promise<EmitLab> {
  for (const other of context.pages()) await hide(other);
  const page = await context.newPage();
  await page.goto(`${site}/labs/emit/?preset=ack`);
  const lab = new EmitLab(page);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  return lab;
}

/** Headless pages never notice that another one was opened in front of them. */
const hide = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });

test("where WebSocket is refused, the third tab loads and its lab answers at once", async ({
  context,
  site,
}) => {
  for (const _ of [1, 2]) await openTab(context, site);
  const lab = await openTab(context, site);
  await expect(lab.problems).toHaveCount(0);
  await lab.button("Emit").click();
  await expect(lab.row("Ann’s callback")).toContainText('The answer "got it"', withinASecond);
});

test("three tabs side by side all live, and say whose clients have no connection", async ({
  context,
  site,
}) => {
  const openBeside = async () => {
    const page = await context.newPage();
    await page.goto(`${site}/labs/emit/?preset=ack`);
    return new EmitLab(page);
  };
  const [first, second, third] = [await openBeside(), await openBeside(), await openBeside()];
  for (const lab of [first, second, third]) {
    await expect(lab.root).toHaveAttribute("data-state", "live");
  }
  await expect(third.problems).toContainText(/clients .* wait/);
});
