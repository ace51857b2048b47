import type { Locator, Page } from "@playwright/test";
import { expectNothing } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { Lab } from "./lab.ts";
import { awake, beSure, check, statusOf } from "./question.ts";

const lesson = "/lessons/websocket/";

/** A question of the lesson, in view and awake. */
async function openQuestion(page: Page, id: string, address = lesson): Promise<Locator> {
  await page.goto(address);
  return awake(page, id);
}

const opening = [
  /^A TCP connection/,
  /^GET with/,
  /^The server works/,
  /^101 Switching/,
  /^A frame with/,
];

test("steps are put in order with keys only, and each move keeps the focus", async ({ page }) => {
  const question = await openQuestion(page, "websocket-opening-order");
  const steps = question.getByRole("listitem");
  await expect(steps).toHaveCount(opening.length);
  const places = async () => {
    const texts = await steps.locator(".quiz-step > :first-child").allTextContents();
    return opening.map((step) => texts.findIndex((text) => step.test(text)));
  };
  for (const [wanted, step] of opening.entries()) {
    const up = steps.filter({ hasText: new RegExp(step.source.slice(1)) }).getByRole("button", {
      name: /^Move up/,
    });
    await up.focus();
    while (((await places())[wanted] ?? 0) > wanted) {
      await page.keyboard.press("ArrowUp");
      await expect(up).toBeFocused();
    }
  }
  expect(await places()).toEqual([0, 1, 2, 3, 4]);
  await expect(question.getByText(/^Now at place \d of 5\.$/)).toBeAttached();
  await beSure(question);
  await question.getByRole("button", { name: "Check", exact: true }).press("Enter");
  await expect(statusOf(question)).toContainText("Right.");
  await page.reload();
  const again = await openQuestion(page, "websocket-opening-order");
  await expect(again).toContainText("= right last time");
});

test("pairs are marked one by one, and the key comes after two tries", async ({ page }) => {
  const question = await openQuestion(page, "websocket-close-codes");
  const choose = (label: RegExp, option: string) =>
    question.getByRole("combobox", { name: label }).selectOption(option);
  await choose(/^The server calls/, "1006");
  await choose(/^The connection is cut/, "1000");
  await choose(/broke a rule/, "1002");
  await check(question);
  await expect(statusOf(question)).toHaveText("Not yet: choose for each; 1 is open.");
  await choose(/larger than/, "1009");
  await beSure(question);
  await check(question);
  await expect(statusOf(question)).toContainText("Not right: 2 of 4 pairs are.");
  await expect(question).toContainText("No Close frame carries 1006.");
  await expect(question).not.toContainText("It belongs to");
  await choose(/larger than/, "1000");
  await choose(/^The connection is cut/, "1009");
  await check(question);
  await expect(question).toContainText("→ It belongs to “1006”.");
  await expect(question).toContainText("Why. A Close frame carries the code");
});

test("a number is read as it is typed, and each likely mistake has its answer", async ({
  page,
}) => {
  const question = await openQuestion(page, "websocket-frame-size");
  const field = question.getByRole("textbox", { name: "Your answer, in bytes" });
  await field.fill("fifteen");
  await field.press("Enter");
  await expect(statusOf(question)).toContainText("“fifteen” is not read as a number.");
  await expect(field).toHaveValue("fifteen");
  await field.fill("11 bytes");
  await beSure(question);
  await field.press("Enter");
  await expect(question).toContainText("A client’s frame has a masking key as well.");
  await field.fill(" 15 ");
  await field.press("Enter");
  await expect(statusOf(question)).toContainText("Right.");
});

test("a word is read as it is typed: nearly right is not yet, and each likely mistake has its answer", async ({
  page,
}) => {
  const question = await openQuestion(page, "client-error-name", "/lessons/client-and-server/");
  const field = question.getByRole("textbox", { name: "Your answer" });
  await beSure(question);
  for (const [typed, said] of [
    ["Connection refused", "Not yet: right in words. Type the code"],
    ["ECONREFUSED", "Not yet: that is one letter off."],
  ] as const) {
    await field.fill(typed);
    await field.press("Enter");
    await expect(statusOf(question)).toContainText(said);
    await expect(field).toHaveValue(typed);
  }
  await field.fill("etimedout");
  await check(question);
  await expect(question).toContainText("Not etimedout. That is what comes when nobody answers.");
  await field.fill(" econnrefused.");
  await field.press("Enter");
  await expect(statusOf(question)).toContainText("Right.");
  await expectNothing(page, '[data-item="client-error-name"]');
});

test("bytes are those of a recording first, then of the reader's own frame", async ({ page }) => {
  const question = await openQuestion(page, "websocket-key-bytes");
  const grid = question.getByRole("grid", { name: "Bytes to select from" });
  await expect(question).toContainText("These bytes are from an earlier run (recorded).");
  const recorded = await grid.textContent();
  const lab = new Lab(page, "wire", "plain");
  await lab.root.scrollIntoViewIfNeeded();
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await lab.run("Send");
  await expect(question).toContainText("These bytes are from your own run (observed).");
  expect(await grid.textContent(), "the key is random").not.toBe(recorded);
  await grid.getByRole("gridcell", { name: /^byte 2,/ }).focus();
  await page.keyboard.press("Enter");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Enter");
  await expect(question).toContainText("Selected: byte 2 to 5");
  await beSure(question);
  await check(question);
  await expect(statusOf(question)).toContainText("Right. This run was observed.");
});

test("without a server the bytes are those of the recording", async ({
  page,
  startPlainFiles,
  trouble,
}) => {
  trouble.expect(/Failed to load resource: .* 404 .*\/control\//);
  const { url } = await startPlainFiles();
  const question = await openQuestion(page, "websocket-key-bytes", url + lesson);
  const byte = (at: number) => question.getByRole("gridcell", { name: new RegExp(`^byte ${at},`) });
  await byte(2).click();
  await byte(5).click({ modifiers: ["Shift"] });
  await beSure(question);
  await check(question);
  await expect(statusOf(question)).toContainText("Right. This run was recorded.");
});

test("without JavaScript each kind reads with its answer", async ({ openPage }) => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(lesson);
  const answers = {
    "websocket-opening-order": "The order is:",
    "websocket-close-codes": "The connection is cut: 1006",
    "websocket-frame-size": "15 bytes",
    "websocket-key-bytes": "Counted from 0, it is byte 2 to 5",
  };
  for (const [id, answer] of Object.entries(answers)) {
    const question = page.locator(`[data-item="${id}"]`);
    await expect(question.getByText(answer)).toBeHidden();
    await question.getByText("Answer and why").click();
    await expect(question.getByText(answer)).toBeVisible();
  }
});

for (const width of [390, 1280]) {
  const tag = width === 390 ? [] : ["@long"];
  test(`axe finds nothing in any kind, answered, at ${width} pixels`, { tag }, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    const order = await openQuestion(page, "websocket-opening-order");
    await order
      .getByRole("button", { name: /^Move up/ })
      .nth(2)
      .click();
    await beSure(order);
    await check(order);
    await expectNothing(page, '[data-item="websocket-opening-order"]');
    const match = await openQuestion(page, "websocket-close-codes");
    for (const [at, code] of ["1006", "1000", "1002", "1009"].entries())
      await match.getByRole("combobox").nth(at).selectOption(code);
    await beSure(match);
    await check(match);
    await expectNothing(page, '[data-item="websocket-close-codes"]');
    const number = await openQuestion(page, "websocket-frame-size");
    await number.getByRole("textbox").fill("11");
    await beSure(number);
    await check(number);
    await expectNothing(page, '[data-item="websocket-frame-size"]');
    const bytes = await openQuestion(page, "websocket-key-bytes");
    await bytes.getByRole("gridcell", { name: /^byte 6,/ }).click();
    await beSure(bytes);
    await check(bytes);
    await expectNothing(page, '[data-item="websocket-key-bytes"]');
  });
}
