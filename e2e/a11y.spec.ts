import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Lab } from "./lab.ts";
import { EmitLab } from "./labs/emit-lab.ts";
import { UpgradeLab } from "./labs/upgrade-lab.ts";
import { sitePages } from "./site-pages.ts";

const sizes = {
  "a desktop": { width: 1280, height: 900 },
  "a phone": { width: 390, height: 844 },
};
/** The rules that look at colours: all that can differ between the light and the dark page. */
const colorRules = ["color-contrast", "link-in-text-block"];

/** Every violation in one line: rule, element, what axe says of it. */
async function violations(page: Page, part: string, rules?: string[]): Promise<string[]> {
  // The pages frame nothing, so what axe does for frames is left out: it takes half of its time.
  const axe = new AxeBuilder({ page }).include(part).setLegacyMode();
  axe.options({ resultTypes: ["violations"], ...(rules && { runOnly: rules }) });
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Expects nothing from axe on the page, or a part of it, as it is, light and dark. */
async function expectNothing(page: Page, part = "html"): Promise<void> {
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

for (const [name, viewport] of Object.entries(sizes)) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test("axe finds nothing on any page", async ({ page, trouble }) => {
      test.slow();
      trouble.expect(/Failed to load resource: .* 404 .*no-such-page/);
      await page.emulateMedia({ reducedMotion: "reduce" });
      for (const path of [...sitePages(), "/no-such-page/"]) {
        await test.step(path, async () => {
          await page.goto(path);
          await expectNothing(page);
        });
      }
    });

    test("axe finds nothing in a lab that has run, with log, problem and link", async ({
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: "reduce" });
      const lab = await EmitLab.open(page, "/labs/emit/?preset=ack-timeout");
      await lab.predict(["Bob"]);
      await lab.run("Emit");
      await lab.button("Log").click();
      await lab.button("Invite a second device as Dee").click();
      await lab.root.getByText("What this leaves out, and sources").click();
      await lab.payload.fill("{");
      await lab.button("Emit").click();
      await expect(lab.problems).toHaveCount(1);
      await expectNothing(page);
    });

    test("axe finds nothing in a waterfall, its steps and its log", async ({ page }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: "reduce" });
      const lab = await UpgradeLab.open(page, "heartbeat");
      await lab.said("The ping comes from", "Ann").check();
      await lab.run("Connect");
      await lab.button("Log").click();
      await expectNothing(page);
    });

    test("axe finds nothing in bytes, their fields and what went wrong", async ({ page }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: "reduce" });
      const lab = new Lab(page, "wire");
      await page.goto("/labs/wire/?preset=polling");
      await expect(lab.root).toHaveAttribute("data-state", "live");
      await lab.run("Send");
      await lab.root.getByRole("gridcell").nth(20).click();
      await lab.button("Log").click();
      await lab.root.getByRole("textbox", { name: "Event" }).fill("connect");
      await lab.button("Send").click();
      await expect(lab.problems).toHaveCount(1);
      await expectNothing(page);
      await page.goto("/labs/wire/?preset=ack#byte-4");
      await expect(lab.root.getByRole("gridcell", { selected: true })).toHaveCount(4);
      await expectNothing(page);
    });

    test("axe finds nothing in a lesson whose question was answered", async ({ page }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto("/lessons/emitting/");
      const item = '[data-item="emitting-chat-echo"]';
      const question = page.locator(item);
      await question.scrollIntoViewIfNeeded();
      await expect(question).toHaveAttribute("data-awake", "true");
      await question.getByRole("radio", { name: "sure", exact: true }).check();
      for (const option of [0, 1]) {
        await question.getByRole("radio").nth(option).check();
        await question.getByRole("button", { name: "Check" }).click();
      }
      await expect(question).toContainText("This is the answer.");
      await expectNothing(page, item);
    });
  });
}
