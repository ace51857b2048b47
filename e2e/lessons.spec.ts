import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { EmitLab } from "./labs/emit-lab.ts";
import { awake, beSure, check, questionOf, statusOf } from "./question.ts";
import { sample } from "./sample.ts";
import { watchShifts } from "./watch-shifts.ts";

const lesson = "/lessons/emitting/";
const built = join(import.meta.dirname, "..", "dist", "site", "_astro");

/** Built files that hold the real client, known by an option that no lab sets. */
const clientFiles = readdirSync(built).filter(
  (file) =>
    file.endsWith(".js") && readFileSync(join(built, file), "utf8").includes("rememberUpgrade"),
);

test("no connection and nothing of the client before a lab is in view", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const ofClient = () =>
    asked.filter(
      (path) =>
        clientFiles.some((file) => path.endsWith(file)) || /^\/(control|socket\.io)\//.test(path),
    );
  expect(clientFiles.length).toBeGreaterThan(0);
  await page.goto(lesson);
  await page.waitForLoadState("networkidle");
  const lab = new EmitLab(page, "client-emit");
  await expect(lab.root).not.toBeInViewport();
  expect(ofClient()).toEqual([]);
  await lab.root.scrollIntoViewIfNeeded();
  await lab.isLive();
  expect(ofClient()).toContain("/control/");
  expect(ofClient().filter((path) => path.startsWith("/_astro/"))).not.toEqual([]);
});

const awakened = [
  lesson,
  "/lessons/packets/",
  "/lessons/osi-model/",
  "/lessons/tcp-ip-model/",
  "/lessons/sockets/",
  "/lessons/tcp/",
  "/lessons/udp/",
  "/lessons/tcp-or-udp/",
  "/lessons/client-and-server/",
  "/lessons/http-and-its-limits/",
  "/lessons/websocket/",
  "/lessons/socket-io/",
  "/lessons/missed-events/",
  "/lessons/delivery-guarantees/",
  "/lessons/scaling-out/",
];
for (const address of sample(4, awakened)) {
  test(`nothing shifts while the parts of ${address} wake up`, async ({ page }) => {
    const shifts = await watchShifts(page);
    await page.goto(address);
    const heightPx = await page.evaluate(() => document.body.scrollHeight);
    for (let y = 0; y < heightPx; y += 600) {
      await page.evaluate((top) => scrollTo(0, top), y);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60)));
    }
    await expect(page.locator('[data-awake="false"]')).toHaveCount(0);
    await expect(page.locator('[data-lab][data-state="connecting"]')).toHaveCount(0);
    expect(await shifts()).toEqual([]);
  });
}

test("a question is tried, hinted at, explained and kept", async ({ page }) => {
  await page.goto(lesson);
  const question = await awake(page, "emitting-chat-echo");
  const say = (name: RegExp) => question.getByRole("radio", { name }).check();
  const press = (name: string | RegExp) => question.getByRole("button", { name }).click();
  const status = statusOf(question);
  await press("Check");
  await expect(status).toContainText("Not yet: choose one option.");
  await say(/In Bob’s page/);
  await press("Check");
  await expect(status).toContainText("Not yet: say how sure you are.");
  await beSure(question);
  await press("Check");
  await expect(status).toContainText("Not right. Read the note, change your answer");
  await expect(question).toContainText("It fetches nothing");
  await expect(question).not.toContainText("This is the answer.");
  await press(/^Hint \(0 of 1\)$/);
  await expect(status).toContainText("Hint. Look for the line that writes to Bob’s connection.");
  await say(/In Ann’s page/);
  await press("Check");
  await expect(status).toContainText("Not right. The reason is below.");
  await expect(question).toContainText("This is the answer.");
  await expect(question).toContainText("Why. Ann’s emit ends at the server.");
  await press("Try again");
  await say(/On the server: io\.emit/);
  await beSure(question);
  await press("Check");
  await expect(status).toContainText("Right. The reason is below.");
  await page.reload();
  const again = await awake(page, "emitting-chat-echo");
  await expect(again).toContainText("= right last time");
});

test("a prediction is held against the run of a lab on the page", async ({ page }) => {
  await page.goto(lesson);
  const question = await awake(page, "emitting-predict-except");
  await question.getByRole("checkbox", { name: "Ann" }).check();
  await question.getByRole("checkbox", { name: "Bob" }).check();
  await beSure(question);
  await question.getByRole("button", { name: "That is my prediction" }).click();
  await expect(statusOf(question)).toContainText("Noted. Now run it:");
  await question.getByRole("link", { name: "the lab emit, preset except" }).first().click();
  const lab = new EmitLab(page, "except");
  await expect(lab.root).toBeInViewport();
  await lab.isLive();
  await expect(lab.serverCall.locator("option:checked")).toHaveText("io.except(room).emit");
  await lab.run("Emit");
  await expect(statusOf(question)).toContainText(
    "The run went another way. This run was observed.",
  );
  await expect(question).toContainText("As you said.");
  await expect(question).toContainText("You said so; it did not happen.");
});

test("progress marks the lesson in the list of lessons, also after a reload", async ({ page }) => {
  await page.goto(lesson);
  const mark = page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^(\(0 of 5 objectives met\) )?Emitting/i });
  await expect(mark).toHaveAttribute("aria-current", "page");
  await expect(mark).not.toContainText("objectives");
  const question = await awake(page, "emitting-chat-echo");
  await question.getByRole("radio").first().check();
  await beSure(question);
  await check(question);
  await expect(mark).toContainText("(0 of 5 objectives met)");
  await page.reload();
  await expect(mark).toContainText("(0 of 5 objectives met)");
});

test("without JavaScript the lesson reads, with its answers behind a summary", async ({
  openPage,
}) => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(lesson);
  const answer = questionOf(page, "emitting-chat-echo")
    .getByRole("group")
    .filter({ hasText: "Answer" });
  await expect(answer).not.toContainText("never shown");
  const summary = questionOf(page, "emitting-chat-echo").getByText("Answer and why");
  const yes = questionOf(page, "emitting-chat-echo").getByText("Yes:");
  await expect(yes).toBeHidden();
  await summary.click();
  await expect(yes).toBeVisible();
  const predict = questionOf(page, "emitting-predict-except");
  await predict.getByText("Answer and why").click();
  await expect(predict).toContainText("By a run that was recorded:");
  const lab = page.getByRole("region", { name: /^Lab: / }).first();
  await expect(lab).toHaveAttribute("data-state", "static");
  await expect(lab.getByText("What this leaves out, and sources")).toBeVisible();
});

test("without any server the lesson, its questions and a recorded run work", async ({
  page,
  startPlainFiles,
  trouble,
}) => {
  trouble.expect(/Failed to load resource: .* 404 .*\/control\//);
  const { url } = await startPlainFiles();
  await page.goto(url + lesson);
  const lab = new EmitLab(page, "client-emit");
  await lab.root.scrollIntoViewIfNeeded();
  await expect(lab.root).toHaveAttribute("data-state", "lost");
  await lab.run("Play the recording");
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(lab.status).toHaveText("Ann emitted news: nobody received it.");
  const question = await awake(page, "emitting-chat-echo");
  await question.getByRole("radio", { name: /On the server: io\.emit/ }).check();
  await beSure(question);
  await check(question);
  await expect(statusOf(question)).toContainText("Right.");
});

test("search is loaded when it is opened, and finds a room", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(lesson);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.includes("/pagefind/"))).toEqual([]);
  await page.keyboard.press("/");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await dialog.getByRole("textbox", { name: "Search Wirebook" }).fill("room");
  await expect(dialog.getByRole("status")).toHaveText(/^\d+ pages? found\.$/);
  await expect(dialog.getByRole("link", { name: /emit/i }).first()).toBeVisible();
  expect(asked.filter((url) => url.includes("/pagefind/")).length).toBeGreaterThan(0);
  await dialog.getByRole("textbox").fill("zzzqqq");
  await expect(dialog.getByRole("status")).toHaveText("Nothing found for “zzzqqq”.");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("a term tells its meaning and leads to the glossary", async ({ page }) => {
  await page.goto(lesson);
  const term = page.getByRole("main").getByRole("button", { name: "rooms", exact: true });
  await term.focus();
  await page.getByRole("link", { name: "In the glossary" }).click();
  await expect(page).toHaveURL(/\/glossary\/#room$/);
  await expect(page.locator("#room")).toBeInViewport();
});
