import type { Page } from "@playwright/test";
import { expectNothing } from "../axe.ts";
import { expect, test } from "../fixtures.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";
import { outageMessages } from "../outage-messages.ts";

checkLab({
  id: "stream",
  press: "Run",
  says: "In this run 2 writes became 1 read. All 10 bytes came, in their order.",
  draws: / to Reader: 10 bytes\. writes: hello \| world\. reads: helloworld\.$/,
});

async function open(page: Page, preset: string): Promise<Lab> {
  const lab = new Lab(page, "stream", preset);
  await page.goto(`/labs/stream/?preset=${preset}`);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  return lab;
}

const figure = (lab: Lab, place: string) =>
  lab.root
    .getByRole("row")
    .filter({ has: lab.page.getByRole("rowheader", { name: place }) })
    .getByRole("cell")
    .last();

test("a predicted number of reads is held against the run", async ({ page }) => {
  const lab = await open(page, "two-writes");
  await expect(lab.root.getByRole("table")).toHaveCount(0);
  await lab.root.getByLabel("Number of reads").fill("2");
  expect((await lab.run("Run")).preset).toBe("two-writes");
  await expect(lab.status).toContainText("Your prediction was right for 0 of 1.");
  await lab.root.getByLabel("100 ms").check();
  await lab.root.getByLabel("Number of reads").fill("2");
  expect((await lab.run("Run")).preset).toBe("with-pause");
  await expect(lab.status).toContainText("2 writes became 2 reads");
  await expect(lab.status).toContainText("Your prediction was right for 1 of 1.");
});

test("a reader that stops loses nothing, and the kernel’s queues are shown", async ({ page }) => {
  const lab = await open(page, "stopped-reader");
  await lab.root.getByLabel("yes").check();
  await lab.run("Run");
  await expect(lab.status).toContainText("All 8,388,608 bytes came, in their order.");
  await expect(lab.status).toContainText("Your prediction was right for 0 of 1.");
  await expect(lab.root.getByText(/^equal, [0-9a-f]{16}…$/)).toBeVisible();
  await expect(lab.root.getByText(/^after [\d,]+ bytes$/)).toBeVisible();
  if (process.platform !== "linux") return;
  for (const place of ["the reader’s kernel", "the writer’s kernel", "the writer’s Node"])
    await expect(figure(lab, place)).toHaveText(/^[1-9][\d,]+$/);
});

test("a writer that waits for drain holds little, and gets everything across", async ({ page }) => {
  const lab = await open(page, "heeding-writer");
  await lab.run("Run");
  await expect(lab.status).toContainText("All 8,388,608 bytes came, in their order.");
  const held = (await figure(lab, "the writer’s Node").textContent()) ?? "";
  expect(Number(held.replaceAll(",", ""))).toBeLessThanOrEqual(2 * 65_536);
  await expect(lab.root.getByRole("definition").filter({ hasText: "×" })).toHaveText(/^[1-9]/);
});

for (const preset of ["framing-length", "stopped-reader"]) {
  test(`axe finds nothing in a run of ${preset} and its log`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const lab = await open(page, preset);
    await lab.run("Run");
    await lab.button("Log").click();
    await expectNothing(page, "[data-lab]");
  });
}

test("the server away, a preset is shown as a recording", async ({
  page,
  startServer,
  trouble,
}) => {
  for (const message of outageMessages) trouble.expect(message);
  const server = await startServer();
  const loaded = page.waitForResponse(/\/_astro\/stopped-reader\.[\w-]+\.js$/);
  const lab = new Lab(page, "stream", "stopped-reader");
  await page.goto(`${server.url}/labs/stream/?preset=stopped-reader`);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await (await loaded).finished();
  await server.kill();
  await expect(lab.root).toHaveAttribute("data-state", "lost");
  await lab.run("Play the recording");
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(lab.status).toContainText("All 8,388,608 bytes came, in their order.");
});

test("broken framing is mended by a choice", async ({ page }) => {
  const lab = await open(page, "broken-framing");
  await lab.run("Run");
  await expect(lab.status).toContainText("2 messages sent, 5 got, and not the same ones.");
  await lab.root.getByLabel("keeps what is unfinished").check();
  expect((await lab.run("Run")).preset).toBe("framing-lines");
  await expect(lab.status).toContainText("The program got the 2 messages as they were sent.");
});

test("what does not fit is kept, explained, and not run", async ({ page }) => {
  const lab = await open(page, "two-writes");
  const messages = lab.root.getByLabel(/^Messages/);
  await messages.fill("a\nb\nc\nd\ne\nf\ng");
  await lab.button("Run").click();
  await expect(lab.problems).toContainText("One to 6 messages");
  await expect(messages).toHaveValue("a\nb\nc\nd\ne\nf\ng");
  await messages.fill("a\nb");
  await lab.run("Run");
  await expect(lab.status).toContainText("All 2 bytes came");
});
