import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { forgetBench } from "../forget-bench.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";
import { outageMessages } from "../outage-messages.ts";
import { sample } from "../sample.ts";

checkLab({
  id: "unplug",
  press: "Run",
  says: "Bob received 2 of 4 news. The server carried out 3 of Bob’s 3 orders.",
});

/** The unplug lab as a reader uses it. */
class UnplugLab extends Lab {
  static async open(page: Page, preset: string): Promise<UnplugLab> {
    const lab = new UnplugLab(page, "unplug");
    await page.goto(`/labs/unplug/?preset=${preset}`);
    await expect(lab.root).toHaveAttribute("data-state", "live");
    return lab;
  }

  /** The numbers of one client and flow: emitted, received, missed, doubled, buffered. */
  async numbers(of: string): Promise<string> {
    const head = this.page.getByRole("rowheader", { name: of, exact: true });
    const cells = this.table("What happened").getByRole("row").filter({ has: head });
    return (await cells.getByRole("cell").allTextContents()).join(" ");
  }

  /** One line of the table of broken connections. */
  async broken(line: string): Promise<string[]> {
    const head = this.page.getByRole("rowheader", { name: line, exact: true });
    const row = this.table("Connections that ended").getByRole("row").filter({ has: head });
    return row.getByRole("cell").allTextContents();
  }

  /** The sentences that say why. */
  reason(numbers: string): Locator {
    return this.table("What happened")
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`^${numbers} `) });
  }

  table(name: string): Locator {
    return this.root.getByRole("table", { name });
  }
}

interface Shown {
  preset: string;
  shows: string;
  /** Numbers by row. */
  rows: Record<string, string>;
  /** Lines of the table of connections. */
  breaks?: Record<string, string[]>;
  /** Numbers of events, and what the sentence about them says. */
  why: Record<string, string>;
}

const outcomes: readonly Shown[] = [
  {
    preset: "recovery-manual",
    shows: "a manual disconnect is not recovered, and not tried again",
    rows: { "Bob: news ↓": "4 2 2 0 –" },
    breaks: {
      "its page says": ["io client disconnect"],
      "the server says": ["client namespace disconnect"],
      "tries again by itself": ["no"],
      recovered: ["no"],
      "socket.id": ["another"],
    },
    why: { "2, 3": "Bob was not connected" },
  },
  {
    preset: "recovery-before-event",
    shows: "a cut before any received event is not recovered",
    rows: { "Bob: news ↓": "3 1 2 0 –" },
    breaks: { recovered: ["no"], "its page says": ["transport close"] },
    why: { "1, 2": "Bob was not connected" },
  },
  {
    preset: "recovery-after-event",
    shows: "a cut after a received event is recovered",
    rows: { "Bob: news ↓": "4 4 0 0 –" },
    breaks: { recovered: ["yes"], "socket.id": ["the same as before"] },
    why: { "2, 3": "Connection state recovery had kept it" },
  },
  {
    preset: "late-listener",
    shows: "a late listener loses what came before",
    rows: { "Bob: news ↓": "4 2 2 0 –" },
    why: { "1, 2": "Bob had no listener for it" },
  },
  {
    preset: "double-listener",
    shows: "a listener that is added twice runs twice",
    rows: { "Bob: news ↓": "3 3 0 2 –" },
    why: { "2, 3": "It arrived once, and 2 listeners took it" },
  },
  {
    preset: "away-news",
    shows: "the server keeps nothing",
    rows: { "Bob: news ↓": "5 2 3 0 –", "Ann: news ↓": "5 5 0 0 –" },
    why: { "2, 3, 4": "The server keeps nothing for later" },
  },
  {
    preset: "away-orders",
    shows: "the client buffers",
    rows: { "Bob: orders ↑": "5 5 0 0 3" },
    why: { "B2, B3, B4": "Bob’s client kept it, sent it later" },
  },
  {
    preset: "retries-double",
    shows: "retries double",
    rows: { "Bob: orders ↑": "1 1 0 1 0" },
    why: { B1: "carried it out 3 times" },
  },
  {
    preset: "idempotent",
    shows: "a listener that knows repeats does not double",
    rows: { "Bob: orders ↑": "1 1 0 0 0" },
    why: { B1: "carried it out once and knew the others as repeats" },
  },
  {
    preset: "volatile-after-disconnect",
    shows: "a volatile order right after a disconnect is buffered",
    rows: { "Bob: orders ↑": "2 2 0 0 1" },
    why: { B2: "Bob’s client kept it" },
  },
  {
    preset: "recovery-ghost",
    shows: "a client that notices first comes back unrecovered and leaves a ghost",
    rows: { "Bob: news ↓": "5 3 2 0 –" },
    breaks: { "the server says": ["ping timeout"], recovered: ["no"] },
    why: { "2, 3": "The server still believed in a connection" },
  },
  {
    preset: "retries-run-out",
    shows: "retries that run out deliver nothing, and tell only who has a callback",
    rows: { "Bob: orders ↑": "1 0 1 0 0", "Ann: orders ↑": "1 0 1 0 0" },
    why: { B1: "without a word", A1: "Ann’s callback got the error" },
  },
  {
    preset: "recovery-kicked",
    shows: "a client that was thrown out comes back past the middleware",
    rows: { "Bob: news ↓": "4 4 0 0 –" },
    breaks: {
      "its page says": ["transport close", "io server disconnect"],
      recovered: ["yes", "yes"],
    },
    why: { "2, 3": "Connection state recovery had kept it" },
  },
  {
    preset: "pulled-and-replugged",
    shows: "a cable that is soon back in loses nothing",
    rows: { "Bob: news ↓": "4 4 0 0 –", "Bob: orders ↑": "3 3 0 0 0" },
    why: { "2, 3": "The cable held it", B2: "The cable held it" },
  },
  {
    preset: "dead-link",
    shows: "a dead link looks connected, and what is sent over it is lost",
    rows: { "Bob: orders ↑": "5 3 2 0 1" },
    breaks: { "its page says": ["ping timeout"], "the server says": ["ping timeout"] },
    why: { "B2, B3": "believed in its connection", B4: "kept it" },
  },
  {
    preset: "two-policies",
    shows: "Ann misses what Bob asks for again",
    rows: { "Bob: news ↓": "4 4 0 0 –", "Ann: news ↓": "4 2 2 0 –" },
    why: { "2, 3 Bob said": "the server sent this one again" },
  },
];

test("each preset shows what it is there for, and why", async ({ page }) => {
  test.slow();
  for (const { preset, shows, rows, breaks = {}, why } of sample(7, outcomes)) {
    await test.step(`${shows} (${preset})`, async () => {
      await forgetBench(page);
      const lab = await UnplugLab.open(page, preset);
      const run = await lab.run("Run");
      expect(run.preset).toBe(preset);
      for (const [row, numbers] of Object.entries(rows))
        expect(await lab.numbers(row)).toBe(numbers);
      for (const [line, cells] of Object.entries(breaks))
        expect(await lab.broken(line)).toEqual(cells);
      for (const [numbers, says] of Object.entries(why))
        await expect(lab.reason(numbers).first()).toContainText(says);
    });
  }
});

test("the ghost and the way past the middleware are told in words", async ({ page }) => {
  const ghost = await UnplugLab.open(page, "recovery-ghost");
  await ghost.run("Run");
  await expect(ghost.root).toContainText("the server had 2 sockets of Bob");
  const kicked = await UnplugLab.open(page, "recovery-kicked");
  await kicked.run("Run");
  await expect(kicked.root).toContainText("Bob was let in once without the middleware having run.");
  const checked = await UnplugLab.open(page, "recovery-checked");
  await checked.run("Run");
  await expect(checked.root).not.toContainText("without the middleware");
  expect(await checked.broken("recovered")).toEqual(["yes", "refused: banned"]);
});

test("a prediction is held against the run", async ({ page }) => {
  const lab = await UnplugLab.open(page, "cut");
  const guess = (name: string) => lab.root.getByRole("combobox", { name });
  await guess("News that Bob misses").selectOption("0");
  await guess("Orders of his that are never carried out").selectOption("0");
  await lab.run("Run");
  await expect(lab.status).toContainText("Your prediction was right for 1 of 2.");
  await expect(lab.root.getByText("News that Bob misses: you said 0, it was 2.")).toBeVisible();
});

test("every button at once by hand harms nothing", async ({ page, trouble }) => {
  // A cut, or a disconnect(), may meet a connection that is only coming up.
  trouble.expect(/WebSocket connection to .*\/socket\.io\/.* failed/);
  const lab = await UnplugLab.open(page, "cut");
  await lab.root.getByRole("combobox", { name: "What happens" }).selectOption("by-hand");
  await lab.button("Run").click();
  const buttons = lab.root.getByRole("button", { name: /^(Server|Ann|Bob): / });
  await expect(buttons.first()).toBeEnabled();
  for (const button of await buttons.all()) await button.click();
  for (const who of ["Ann", "Bob"]) await lab.button(`${who}: network back`).click();
  await lab.button("End the run").click();
  await expect(lab.button("Run")).toBeEnabled({ timeout: 15_000 });
  await lab.root.getByRole("combobox", { name: "What happens" }).selectOption("cut");
  await lab.run("Run");
  await expect(lab.status).toContainText("Bob received 2 of 4 news.");
});

test("a server that stops in the middle of a run leaves the run, and the lab heals", async ({
  page,
  startServer,
  trouble,
}) => {
  for (const message of outageMessages) trouble.expect(message);
  const server = await startServer();
  const lab = new UnplugLab(page, "unplug");
  await page.goto(`${server.url}/labs/unplug/?preset=pulled-too-long`);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await lab.button("Run").click();
  const step = lab.root.getByRole("listitem").and(page.locator("[aria-current]"));
  await expect(step).toHaveText(/^Wait until both sides know/);
  await server.kill();
  await expect(lab.root).toHaveAttribute("data-state", "lost", { timeout: 5000 });
  await expect(lab.status).toContainText("The run has not ended");
  await expect(lab.table("What happened before the interruption")).toBeVisible();
  await lab.button("Play the recording").click();
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(lab.status).toContainText("Bob received 2 of 4 news.");
  await server.restart();
  await expect(lab.button("Run")).toBeEnabled();
  await lab.run("Run");
  await expect(lab.root).toHaveAttribute("data-provenance", "observed");
});

test("a saved run opens again; a strange file does not, and a link keeps the settings", async ({
  page,
}) => {
  const lab = await UnplugLab.open(page, "volatile-burst");
  await lab.run("Run");
  const saving = page.waitForEvent("download");
  await lab.button("Save run").click();
  const path = await (await saving).path();
  await page.goto("/labs/unplug/?preset=cut&recovery=on&Bob=retries.replays&scenario=restart");
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await expect(lab.root.getByRole("combobox", { name: "Bob orders with" })).toHaveValue("retries");
  await expect(lab.root.getByRole("checkbox", { name: "Bob asks for missed news" })).toBeChecked();
  const choosing = page.waitForEvent("filechooser");
  await lab.button("Open run").click();
  await (await choosing).setFiles(path);
  await expect(lab.root).toHaveAttribute("data-state", "replay");
  await expect(lab.status).toHaveText("The server carried out 1 of Bob’s 3 orders.");
  const again = page.waitForEvent("filechooser");
  await lab.button("Open run").click();
  const buffer = Buffer.from("{}");
  await (await again).setFiles({ name: "x.json", mimeType: "application/json", buffer });
  await expect(lab.problems).toContainText("This file is not a recording");
});
