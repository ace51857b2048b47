import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { EmitLab } from "./labs/emit-lab.ts";
import { awake, beSure, statusOf } from "./question.ts";
import { watchShifts } from "./watch-shifts.ts";

const lesson = "/lessons/rooms-and-namespaces/";

/** A prediction of the lesson, noted, before its lab on the page has run. */
async function predicted(page: Page, id: string, say: (item: Locator) => Promise<void>) {
  const item = await awake(page, id);
  await say(item);
  await beSure(item);
  await item.getByRole("button", { name: "That is my prediction" }).click();
  return item;
}

/** Runs the lab of the page that starts with this preset. */
async function run(page: Page, preset: string): Promise<EmitLab> {
  const lab = new EmitLab(page, preset);
  await lab.root.scrollIntoViewIfNeeded();
  await lab.isLive();
  await lab.run("Emit");
  return lab;
}

test("the number of connections is predicted, and counted in the run", async ({ page }) => {
  await page.goto(lesson);
  const item = await predicted(page, "rooms-predict-connections", (one) =>
    one.getByRole("radio", { name: "Three: one for each namespace" }).check(),
  );
  const lab = await run(page, "one-connection");
  await expect(lab.root).toContainText("One connection, opened by a request to /socket.io/.");
  await expect(statusOf(item)).toContainText("The run went another way. This run was observed.");
});

test("who is let into a namespace is predicted, and seen in the run", async ({ page }) => {
  await page.goto(lesson);
  const item = await predicted(page, "rooms-predict-staff", (one) =>
    one.getByRole("checkbox", { name: "Bob" }).check(),
  );
  await run(page, "namespace-refused");
  await expect(statusOf(item)).toContainText("This run was observed.");
  await expect(statusOf(item)).not.toContainText("went another way");
});

test("nothing shifts while the labs with namespaces come alive", async ({ page }) => {
  const shifts = await watchShifts(page);
  await page.goto(lesson);
  for (const preset of ["namespaces", "one-connection", "namespace-refused"]) {
    const lab = new EmitLab(page, preset);
    await lab.root.scrollIntoViewIfNeeded();
    await lab.isLive();
  }
  expect(await shifts()).toEqual([]);
});
