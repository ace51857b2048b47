import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { expectNothing } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { haveAnswered, keep, kept } from "./kept-answers.ts";
import { EmitLab } from "./labs/emit-lab.ts";
import { answer, awake, check, questionOf, statusOf } from "./question.ts";
import { watchShifts } from "./watch-shifts.ts";

const dist = join(import.meta.dirname, "..", "dist");
const lesson = "/lessons/emitting/";
const dayMs = 86_400_000;

const session = (page: Page): Locator => page.getByRole("region", { name: "Session" });

/** A question of the session, awake. */
async function asked(page: Page, id: string): Promise<Locator> {
  await expect(questionOf(page, id)).toHaveAttribute("data-awake", "true");
  return questionOf(page, id);
}

/** Presses the digit of an option, which answers. */
async function pressDigitOf(page: Page, one: Locator, option: RegExp): Promise<void> {
  const texts = await one.locator(".quiz-options label").allTextContents();
  await page.keyboard.press(String(texts.findIndex((text) => option.test(text)) + 1));
  await expect(one.getByRole("radio", { name: option })).toBeChecked();
}

test("a new reader is wrong and sure, sees why, and is asked first the next day", async ({
  page,
}) => {
  test.slow();
  await test.step("wrong and sure: the feedback is about the belief", async () => {
    await page.goto(lesson);
    const one = await awake(page, "emitting-chat-echo");
    await answer(one, /In Ann’s page/, "sure");
    await expect(one).toContainText("≠ Not this. That line took it to the server.");
    await answer(one, /In Bob’s page/, "sure");
    await expect(one).toContainText("Why. Ann’s emit ends at the server.");
  });

  await test.step("the lab with the preset shows it", async () => {
    const one = questionOf(page, "emitting-chat-echo");
    await one.getByRole("link", { name: "the lab emit, preset client-emit" }).click();
    const lab = new EmitLab(page, "client-emit");
    await lab.isLive();
    await lab.run("Emit");
    await expect(lab.status).toContainText("nobody");
  });

  await test.step("then it is right", async () => {
    const one = await awake(page, "emitting-chat-echo");
    await one.getByRole("button", { name: "Try again" }).click();
    await answer(one, /On the server: io\.emit/, "sure");
    await expect(statusOf(one)).toContainText("Right.");
    const later = await awake(page, "emitting-server-direction");
    await answer(later, /Each of the three/, "a guess");
    await expect(statusOf(later)).toContainText("Right.");
  });

  await test.step("nothing is due on the same day", async () => {
    await page.goto("/review/");
    await expect(page.getByText("Nothing is due today.")).toBeVisible();
    await expect(page.getByText("The next 2 come back tomorrow.")).toBeVisible();
  });

  await test.step("the next day it comes first, and says why", async () => {
    await page.clock.install({ time: Date.now() + dayMs });
    await page.goto("/review/");
    await expect(page.getByText("2 questions due today.")).toBeVisible();
    await expect(page.getByText("1 you were sure of and got wrong")).toBeVisible();
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(session(page).getByRole("heading")).toHaveText("Question 1 of 2");
    await expect(questionOf(page, "emitting-chat-echo")).toBeVisible();
    await expect(session(page)).toContainText("You were sure, and it was not so");
  });
});

test("a session is answered by keys alone", async ({ page }) => {
  await page.goto("/review/");
  await haveAnswered(page, {
    "emitting-chat-echo": { right: false, confidence: "sure" },
    "websocket-frame-size": { right: false, confidence: "guess" },
    "emitting-where-it-goes": { right: true, confidence: "guess" },
  });
  await page.getByRole("button", { name: "Begin" }).focus();
  await page.keyboard.press("Enter");

  const heading = session(page).getByRole("heading");
  await expect(heading).toHaveText("Question 1 of 3");
  await expect(heading).toBeFocused();
  const first = await asked(page, "emitting-chat-echo");
  await page.keyboard.press("s");
  await pressDigitOf(page, first, /On the server: io\.emit/);
  await expect(statusOf(first)).toContainText("Right.");
  await page.keyboard.press("Enter");

  await expect(heading).toHaveText("Question 2 of 3");
  await expect(heading).toBeFocused();
  await asked(page, "websocket-frame-size");
  const field = page.getByRole("textbox", { name: "Your answer, in bytes" });
  await page.keyboard.type("15");
  await expect(field).toHaveValue("15");
  await page.keyboard.press("Enter");
  await expect(statusOf(questionOf(page, "websocket-frame-size"))).toContainText("Right.");
  await page.keyboard.press("Enter");

  await expect(heading).toHaveText("Question 3 of 3");
  const third = await asked(page, "emitting-where-it-goes");
  await pressDigitOf(page, third, /^On all 40/);
  await expect(statusOf(third)).toContainText("Not right.");
  await pressDigitOf(page, third, /^On 39/);
  await expect(third).toContainText("→ This is the answer.");
  await page.keyboard.press("Enter");

  await expect(heading).toHaveText("That was it");
  await expect(session(page)).toContainText("2 of 3 right at the first try.");
  await expect(session(page)).toContainText("Nothing more is due today.");
  await expect(session(page).getByRole("row", { name: /^tomorrow ≠ 1 not right/ })).toBeVisible();
});

test("each kind can be asked away from its lesson, against what was recorded", async ({ page }) => {
  await page.goto("/review/");
  await haveAnswered(page, {
    "emitting-predict-except": { right: false, confidence: "sure" },
    "websocket-key-bytes": { right: false, confidence: "guess" },
  });
  await expect(
    page.getByText("Questions about a run are held against a recorded one"),
  ).toBeVisible();
  await page.getByRole("button", { name: "Begin" }).click();
  const predict = await asked(page, "emitting-predict-except");
  await predict.getByRole("checkbox", { name: "Ann" }).check();
  await predict.getByRole("button", { name: "Compare with the run" }).click();
  await expect(statusOf(predict)).toContainText("The run agrees with you. This run was recorded.");
  await expect(predict.getByRole("link", { name: /the lab emit, preset except/ })).toHaveAttribute(
    "href",
    "/labs/emit/?preset=except",
  );
  await predict.getByRole("button", { name: "Next" }).click();
  const bytes = await asked(page, "websocket-key-bytes");
  await bytes.getByRole("gridcell", { name: /^byte 2,/ }).click();
  await bytes.getByRole("gridcell", { name: /^byte 5,/ }).click({ modifiers: ["Shift"] });
  await check(bytes);
  await expect(statusOf(bytes)).toContainText("Right. This run was recorded.");
});

test("axe finds nothing in a session, at its end and in the progress", async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/review/");
  await haveAnswered(page, { "emitting-where-it-goes": { right: false, confidence: "sure" } });
  await expect(page.getByText("1 question due today.")).toBeVisible();
  await expectNothing(page, "main");
  await page.getByRole("button", { name: "Begin" }).click();
  const one = await asked(page, "emitting-where-it-goes");
  await page.keyboard.press("g");
  await pressDigitOf(page, one, /^On none/);
  await expect(statusOf(one)).toContainText("Right.");
  await expectNothing(page, "main");
  await one.getByRole("button", { name: "Finish" }).click();
  await expectNothing(page, "main");
  await page.goto("/progress/");
  await expect(page.getByText("1 of 12 questions answered, 1 right; 2 tries")).toBeVisible();
  await expectNothing(page, "main");
  await page.getByRole("button", { name: "Delete all" }).click();
  await expectNothing(page, "dialog[open]");
});

test("what is due and what is met stand in the sidebar and on the first page, and nothing moves", async ({
  page,
}) => {
  const shifts = await watchShifts(page);
  await page.goto("/privacy/");
  await haveAnswered(page, {
    "emitting-chat-echo": { right: true, confidence: "guess" },
    "emitting-where-it-goes": { right: true, confidence: "sure" },
  });
  await page.goto(lesson);
  await expect(page.getByRole("link", { name: /^Review 1 due/ })).toBeVisible();
  await expect(
    page.getByRole("link", { name: /^\(1 of 5 objectives met\) Emitting/ }),
  ).toBeVisible();
  await expect(page.locator("#objective-client-emit")).toContainText("(met)");
  await expect(page.locator("#objective-acknowledge")).not.toContainText("(");
  expect(await shifts()).toEqual([]);
  await page.goto("/");
  await expect(page.getByRole("main").getByText("1 due")).toBeVisible();
});

for (const [who, answers] of Object.entries({
  "a new reader": {},
  "a reader with questions due": { "emitting-chat-echo": { right: true, confidence: "guess" } },
} as const)) {
  test(`nothing shifts under ${who}, and the foot of the page is there`, async ({ page }) => {
    const shifts = await watchShifts(page);
    await page.goto("/privacy/");
    await haveAnswered(page, answers);
    await page.goto("/review/");
    await expect(page.getByText(/You have answered no question yet|due today/)).toBeVisible();
    await expect(page.getByRole("heading", { name: "How this works" })).toBeVisible();
    await expect(page.getByText("Code under the MIT licence")).toBeVisible();
    expect(await shifts()).toEqual([]);
  });
}

test("without JavaScript nobody waits for answers", async ({ openPage }) => {
  const page = await openPage({ javaScriptEnabled: false });
  for (const address of ["/review/", "/progress/"]) {
    await page.goto(address);
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.getByText("Looking at your answers")).toBeHidden();
    await expect(page.getByText("Code under the MIT licence")).toBeVisible();
  }
});

test("a reader who has answered nothing is told so, and fetches no list of questions", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(lesson);
  await page.waitForLoadState("networkidle");
  expect(asked).not.toContain("/review/bank.json");
  await page.goto("/review/");
  await expect(page.getByText("You have answered no question yet.")).toBeVisible();
  await page.getByRole("link", { name: "Choose a lesson" }).click();
  await expect(page).toHaveURL(/\/#lessons$/);
});

test("a clock that was set back, and questions that are gone, are told", async ({ page }) => {
  await page.goto("/review/");
  await haveAnswered(page, {
    "emitting-chat-echo": { right: true, confidence: "sure", daysAgo: -400 },
  });
  await expect(page.getByText("with a date that has not come yet")).toBeVisible();
  await expect(page.getByText("1 question due today.")).toBeVisible();
  const { items } = JSON.parse((await kept(page)) ?? "");
  const [entry] = Object.values(items);
  await keep(page, JSON.stringify({ format: 1, items: { ...items, "a-removed-one": entry } }));
  await expect(page.getByText("One answer belongs to questions that were removed")).toBeVisible();
  expect(await kept(page)).toContain("a-removed-one");
});

test("a review works while the labs' server is away", async ({ page, startPlainFiles }) => {
  const { url } = await startPlainFiles();
  await page.goto(`${url}/review/`);
  await haveAnswered(page, { "emitting-where-it-goes": { right: false, confidence: "sure" } });
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(questionOf(page, "emitting-where-it-goes")).toBeVisible();
});

test("questions that cannot be fetched are said, and fetched again", async ({ page, trouble }) => {
  trouble.expect(/Failed to load resource/);
  await page.goto("/review/");
  await haveAnswered(page, { "emitting-where-it-goes": { right: false, confidence: "sure" } });
  await page.route("**/review/items/*.json", (route) => route.abort());
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByText("This question could not be fetched.")).toBeVisible();
  await page.unroute("**/review/items/*.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(questionOf(page, "emitting-where-it-goes")).toBeVisible();
});

test("the scheduler is loaded on the review alone, and weighs less than ten kilobytes", () => {
  const pages = JSON.parse(readFileSync(join(dist, "page-weight.json"), "utf8")) as {
    page: string;
    files: string[];
  }[];
  const isScheduler = (file: string) =>
    readFileSync(join(dist, "site", file), "utf8").includes("next_forget_stability");
  const scripts = new Set(pages.flatMap(({ files }) => files).filter(isScheduler));
  expect(scripts.size).toBe(1);
  const loading = pages.filter(({ files }) => files.some((file) => scripts.has(file)));
  expect(loading.map(({ page }) => page)).toEqual(["review/index.html"]);
  for (const file of scripts) {
    expect(gzipSync(readFileSync(join(dist, "site", file))).length).toBeLessThan(10_000);
  }
});
