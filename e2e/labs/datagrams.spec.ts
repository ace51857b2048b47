import type { Page } from "@playwright/test";
import { expectNothing } from "../axe.ts";
import { expect, test } from "../fixtures.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";
import { awake, beSure, statusOf } from "../question.ts";

checkLab({
  id: "datagrams",
  press: "Send",
  says: /^200 datagrams sent, \d+ arrived\. No send gave an error\. The kernel counts \d+ drops at the receiver’s socket, which is what is missing\.$/,
  draws: /Sender to Receiver over UDP: 200 sent; arrived in this order: 1–\d+; missing: /,
});

async function open(page: Page, preset: string): Promise<Lab> {
  const lab = new Lab(page, "datagrams", preset);
  await page.goto(`/labs/datagrams/?preset=${preset}`);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  return lab;
}

const rowOf = (lab: Lab, name: string | RegExp) =>
  lab.root.getByRole("row").filter({ has: lab.page.getByRole("rowheader", { name }) });

test("what is missing after a burst stands beside the drops of the kernel’s own row", async ({
  page,
}) => {
  const lab = await open(page, "burst");
  await lab.root.getByLabel("Datagrams that arrive").fill("200");
  const run = await lab.run("Send");
  expect(run.preset).toBe("burst");
  await expect(lab.status).toContainText("Your prediction was right for 0 of 1.");
  const arrived = Number(
    await rowOf(lab, /^arrived$/)
      .getByRole("cell")
      .textContent(),
  );
  const row = rowOf(lab, "Receiver").getByRole("cell");
  await expect(row.last()).toHaveText(String(200 - arrived));
  expect(arrived).toBeLessThan(200);
});

test("three sends come as three over UDP, and as a stream over TCP", async ({ page }) => {
  const lab = await open(page, "boundaries");
  await lab.root.getByLabel("Datagrams that arrive").fill("3");
  await lab.run("Send");
  await expect(lab.status).toContainText("3 datagrams sent, 3 arrived. Over TCP the 3 writes came");
  await expect(lab.diagram).toHaveAccessibleName(/over UDP: 3 sent.*: “hello”, “”, “world”/);
});

test("with nobody there no send fails, unless the socket is connected", async ({ page }) => {
  const lab = await open(page, "nobody-there");
  await lab.run("Send");
  await expect(lab.status).toHaveText("3 datagrams sent, 0 arrived. No send gave an error.");
  await lab.root.getByLabel(/connect\(\)/).check();
  await lab.root.getByRole("group", { name: "Pause" }).getByLabel("none").check();
  await lab.root.getByRole("group", { name: "The sender is told" }).getByLabel("no error").check();
  const run = await lab.run("Send");
  expect(run.preset).toBe("nobody-connected");
  await expect(lab.status).toContainText("The sender was told ECONNREFUSED.");
  await expect(lab.status).toContainText("Your prediction was right for 0 of 1.");
});

test("65,508 bytes are refused by name, 65,507 arrive", async ({ page }) => {
  const lab = await open(page, "too-large");
  await lab.run("Send");
  await expect(lab.status).toHaveText("Nothing was sent. The sender was told EMSGSIZE.");
  await lab.root.getByLabel("Bytes in each").fill("65507");
  await lab.run("Send");
  await expect(lab.status).toHaveText("1 datagram sent, 1 arrived.");
});

test("a relay of ours loses, copies and reorders, and the log says which", async ({ page }) => {
  const lab = await open(page, "relay-loss");
  await lab.run("Send");
  await expect(lab.diagram).toHaveAccessibleName(/missing: \d/);
  await lab.button("Log").click();
  await expect(lab.log).toContainText("threw away");
  await lab.root.getByLabel("Loses").fill("0");
  await lab.root.getByLabel("Copies").fill("90");
  await lab.run("Send");
  await expect(lab.status).toContainText("as a copy");
  await expect(lab.log).toContainText("copied");
});

test("the same burst arrives whole over TCP", async ({ page }) => {
  const lab = await open(page, "beside-tcp");
  await lab.root.getByLabel("over TCP alone").check();
  await lab.run("Send");
  await expect(lab.status).toContainText("Over TCP 200 of 200 arrived");
  await expect(rowOf(lab, "Everything arrives").getByRole("img")).toHaveAccessibleName(
    "as predicted",
  );
});

test("what is too much is said before it is sent, and stays in its field", async ({ page }) => {
  const lab = await open(page, "burst");
  const size = lab.root.getByLabel("Bytes in each");
  await size.fill("60000");
  await lab.button("Send").click();
  await expect(lab.problems).toContainText("1,000,000 bytes");
  await expect(size).toHaveValue("60000");
});

test("axe finds nothing in a lab that has run, with its relay and its log", async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const preset of ["relay-loss", "beside-tcp"]) {
    const lab = await open(page, preset);
    await lab.run("Send");
    await lab.button("Log").click();
    await expectNothing(page);
  }
});

test("a run makes no phone scroll sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const preset of ["relay-loss", "burst", "boundaries"]) {
    const lab = await open(page, preset);
    await lab.run("Send");
    await expect(lab.status).toContainText("arrived");
    const [scrolled, seen] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(scrolled).toBe(seen);
  }
});

test("a prediction of the lesson is held against the burst that follows it", async ({ page }) => {
  await page.goto("/lessons/udp/");
  const question = await awake(page, "udp-predict-burst");
  await question.getByRole("radio", { name: "All 200" }).check();
  await beSure(question);
  await question.getByRole("button", { name: "That is my prediction" }).click();
  const lab = new Lab(page, "datagrams", "burst");
  await lab.root.scrollIntoViewIfNeeded();
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await lab.run("Send");
  await expect(statusOf(question)).toContainText(
    "The run went another way. This run was observed.",
  );
  await expect(question).toContainText("there the room is limited");
});
