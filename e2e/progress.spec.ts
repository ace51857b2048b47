import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { haveAnswered, keep, kept } from "./kept-answers.ts";
import { answer, awake, questionOf, statusOf } from "./question.ts";

const lesson = "/lessons/emitting/";

test("what is saved, deleted and read again is the same", async ({ page }) => {
  await page.goto("/progress/");
  await haveAnswered(page, {
    "emitting-chat-echo": { right: false, confidence: "sure" },
    "tcp-which-may-rely": { right: true, confidence: "guess", daysAgo: 3 },
  });
  const before = await kept(page);
  const save = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const file = await (await save).path();

  const lessons = page.locator(".kept-lessons");
  await expect(lessons).toContainText("1 of 12 questions answered, 0 right; 1 try");
  const shown = await lessons.textContent();
  await page.getByRole("button", { name: "Delete all" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete all answers?" });
  await dialog.getByRole("button", { name: "Keep them" }).click();
  expect(await kept(page)).toBe(before);
  await page.getByRole("button", { name: "Delete all" }).click();
  await expect(dialog).toContainText("Answers to 2 questions");
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("All answers were deleted from this browser.")).toBeVisible();
  expect(await kept(page)).toBeNull();
  await expect(lessons).not.toContainText("1 try");

  await page.getByLabel("A file with answers").setInputFiles(file);
  await expect(page.getByText("Answers to 2 questions were read and added.")).toBeVisible();
  expect(await kept(page)).toBe(before);
  await expect(lessons).toHaveText(shown ?? "");
});

test("a result to hand in has the name, objectives, tries and dates", async ({ page }) => {
  await page.goto("/progress/");
  await haveAnswered(page, { "emitting-chat-echo": { right: true, confidence: "sure" } });
  await page.getByLabel("Your name, as it is to stand there").fill("Ada Lovelace");
  const save = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as JSON" }).click();
  const result = JSON.parse(await readFile(await (await save).path(), "utf8"));
  expect(result).toMatchObject({ kind: "wirebook-result", name: "Ada Lovelace" });
  expect(result.lessons).toEqual([
    expect.objectContaining({ lesson: "emitting", answered: 1, right: 1, tries: 1 }),
  ]);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".hand-in-printed")).toContainText("Ada Lovelace");
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});

test("two tabs keep each other's answers, and what one deletes stays deleted", async ({
  page,
  context,
}) => {
  await page.goto(lesson);
  const other = await context.newPage();
  await other.goto(lesson);
  await answer(await awake(page, "emitting-chat-echo"), /In Ann’s page/, "sure");
  const elsewhere = await awake(other, "emitting-server-direction");
  await answer(elsewhere, /Each of the three/, "sure");
  await expect(statusOf(elsewhere)).toContainText("Right.");
  const items = async () => Object.keys(JSON.parse((await kept(page)) ?? "{}").items ?? {});
  const both = ["emitting-chat-echo", "emitting-server-direction"];
  await expect.poll(async () => (await items()).toSorted()).toEqual(both);

  const third = await context.newPage();
  await third.goto("/progress/");
  await third.getByRole("button", { name: "Delete all" }).click();
  await third.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(third.getByText("All answers were deleted")).toBeVisible();
  await answer(questionOf(page, "emitting-chat-echo"), /On the server: io\.emit/, "sure");
  await expect(statusOf(questionOf(page, "emitting-chat-echo"))).toContainText("Right.");
  await expect.poll(items).toEqual(["emitting-chat-echo"]);
  expect(await kept(page)).not.toContain("page-emit");
});

const broken = {
  "damaged text": ["{broken", "Your earlier answers could not be read."],
  "a newer format": ['{"format":9,"items":{}}', "kept by a newer version of this site"],
} as const;
for (const [what, [text, said]] of Object.entries(broken)) {
  test(`${what} in the storage is said, survived and left alone`, async ({ page }) => {
    await page.goto("/review/");
    await keep(page, text);
    await expect(page.getByText(said)).toBeVisible();
    await page.goto("/progress/");
    await expect(page.getByText(said)).toBeVisible();
    await page.goto(lesson);
    const one = await awake(page, "emitting-chat-echo");
    await answer(one, /On the server: io\.emit/, "sure");
    await expect(one).toContainText("Your earlier answers");
    expect(await kept(page)).toBe(text);
  });
}

test("damaged answers are mended: what can be read stays, the rest becomes a file", async ({
  page,
}) => {
  await page.goto("/progress/");
  await haveAnswered(page, { "emitting-chat-echo": { right: true, confidence: "sure" } });
  const whole = JSON.parse((await kept(page)) ?? "");
  const damaged = JSON.stringify({ ...whole, items: { ...whole.items, bad: { tries: "many" } } });
  await keep(page, damaged);
  const save = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Save the damaged text as a file/ }).click();
  expect(await readFile(await (await save).path(), "utf8")).toBe(damaged);
  await expect(page.getByText("1 question could be read and is kept.")).toBeVisible();
  expect(JSON.parse((await kept(page)) ?? "")).toEqual(whole);
});

test("files that are no answers are refused, and nothing changes", async ({ page }) => {
  await page.goto("/progress/");
  await haveAnswered(page, { "emitting-chat-echo": { right: true, confidence: "sure" } });
  const before = await kept(page);
  const files = [
    ["ten megabytes", Buffer.alloc(10_000_000, " "), /larger than any .* Nothing was changed/],
    ["a recording", Buffer.from('{"lab":"emit"}'), /not a file of answers/],
    ["a newer file", Buffer.from('{"format":7,"items":{}}'), /newer version/],
    ["an image", Buffer.from([137, 80, 78, 71, 0, 255]), /not a file of answers/],
  ] as const;
  for (const [name, buffer, said] of files) {
    await test.step(name, async () => {
      const file = { name: "file.json", mimeType: "application/json", buffer };
      await page.getByLabel("A file with answers").setInputFiles(file);
      await expect(page.locator(".kept-said")).toHaveText(said);
      expect(await kept(page)).toBe(before);
    });
  }
});

test("a storage that is forbidden or full is said, and the page goes on", async ({ openPage }) => {
  for (const [how, said] of [
    ["forbidden", "does not let the page keep your answers"],
    ["full", "storage for this site is full"],
  ] as const) {
    await test.step(how, async () => {
      const page = await openPage();
      await page.addInitScript((isForbidden) => {
        const refuse = () => {
          throw new DOMException("no", isForbidden ? "SecurityError" : "QuotaExceededError");
        };
        if (isForbidden) Object.defineProperty(window, "localStorage", { get: refuse });
        else Storage.prototype.setItem = refuse;
      }, how === "forbidden");
      await page.goto(lesson);
      const one = await awake(page, "emitting-chat-echo");
      await answer(one, /On the server: io\.emit/, "sure");
      await expect(one).toContainText(said);
      await expect(statusOf(one)).toContainText("Right.");
      for (const path of ["/review/", "/progress/", "/"]) await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  }
});
