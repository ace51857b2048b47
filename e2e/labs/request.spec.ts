import type { Page } from "@playwright/test";
import { expectNothing } from "../axe.ts";
import { expect, test } from "../fixtures.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";

checkLab({
  id: "request",
  press: "Run",
  says: "Ann’s program connected once, asked once, and was answered once.",
  draws: /Ann to Bob: GET \/bus, /,
});

async function open(page: Page, preset: string): Promise<Lab> {
  const lab = new Lab(page, "request", preset);
  await page.goto(`/labs/request/?preset=${preset}`);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  return lab;
}

/** The rows of the kernel's table, as `Bob’s end, own port, peer's port, state`. */
const kernelRows = (lab: Lab) =>
  lab.root.getByRole("table", { name: /^The kernel’s own table/ }).getByRole("row");

test("a client comes from another port each time, and the kernel's table says the same", async ({
  page,
}) => {
  const lab = await open(page, "ask-again");
  await lab.root.getByLabel("Bob’s program", { exact: true }).check();
  const run = await lab.run("Run");
  expect(run.preset).toBe("ask-again");
  await expect(lab.status).toContainText("As you predicted.");
  await expect(kernelRows(lab).filter({ hasText: "ESTABLISHED" })).toHaveCount(4);
  await expect(kernelRows(lab).filter({ hasText: "LISTEN" })).toHaveCount(1);
  const ends = await kernelRows(lab).filter({ hasText: "Ann’s end" }).allTextContents();
  const calls = lab.root.getByRole("table", { name: /^Each call of connect/ });
  for (const end of ends) {
    const port = /Ann’s end(\d{4,5})/.exec(end)?.[1] ?? "";
    await expect(calls.getByRole("cell", { name: `Ann, port ${port}`.slice(0, 14) })).toBeVisible();
  }
});

test("over HTTP a server's news finds nothing to be written into", async ({ page }) => {
  const lab = await open(page, "server-first-http");
  await lab.root.getByLabel(/^“late”/).check();
  await lab.run("Run");
  await expect(lab.status).toHaveText(
    "Bob’s program had nothing to write its news into: “late” and “here”. You had predicted something else.",
  );
  await expect(lab.diagram).toHaveAccessibleName(/ERR_STREAM_WRITE_AFTER_END/);
});

test("over an open socket it is heard, unasked", async ({ page }) => {
  const lab = await open(page, "server-first-socket");
  await lab.root.getByLabel(/^“late”/).check();
  await lab.root.getByLabel(/^“here”/).check();
  await lab.run("Run");
  await expect(lab.status).toHaveText(
    "Bob’s program told its news at once: “late” and “here”. As you predicted.",
  );
});

test("a call to where nobody listens is refused, from either side", async ({ page }) => {
  for (const [preset, who] of [
    ["call-back", "Bob"],
    ["nobody-listens", "Ann"],
  ] as const) {
    const lab = await open(page, preset);
    await lab.root.getByLabel("it is refused").check();
    await lab.run("Run");
    await expect(lab.status).toContainText(`${who}’s program called`);
    await expect(lab.status).toContainText("ECONNREFUSED");
    await expect(lab.status).toContainText("As you predicted.");
    await expect(lab.diagram).toHaveAccessibleName(/connect\(\): ECONNREFUSED/);
  }
});

test("both programs may be client and server", async ({ page }) => {
  const lab = await open(page, "roles-swapped");
  await lab.run("Run");
  await expect(lab.status).toContainText("Each opened a connection to the other");
  await expect(kernelRows(lab).filter({ hasText: "LISTEN" })).toHaveCount(2);
  const calls = lab.root.getByRole("table", { name: /^Each call of connect/ });
  await expect(calls.getByRole("row", { name: /^2 Bob, port/ })).toContainText("Ann, port");
});

test("axe finds nothing in a run and its tables, on the narrowest phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const lab = await open(page, "roles-swapped");
  await lab.run("Run");
  await expect(kernelRows(lab)).toHaveCount(7);
  await lab.button("Log").click();
  await expectNothing(page, '[data-lab="request"]');
});

test("nothing is answered before the run", async ({ page }) => {
  const lab = await open(page, "roles-swapped");
  await expect(lab.root.getByRole("table")).toHaveCount(0);
  await expect(lab.diagram).toHaveAccessibleName(/Nothing has happened yet/);
});
