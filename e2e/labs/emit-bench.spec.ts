import type { Page } from "@playwright/test";
import { io } from "socket.io-client";
import { expect, test } from "../fixtures.ts";
import { Lab } from "../lab.ts";
import { outageMessages, refusalMessages } from "../outage-messages.ts";
import { EmitLab } from "./emit-lab.ts";

/** Opens the link for a second device. @returns the address that it leads to */
async function invite(owner: EmitLab): Promise<string> {
  await owner.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await owner.button("Invite a second device as Dee").click();
  await expect(owner.root).toContainText("Open the link on a second device.");
  await expect(owner.root).toContainText("here the link opens in another window only");
  await owner.root.getByRole("button", { name: "Copy the invitation" }).click();
  await expect(owner.button("Link copied")).toBeVisible();
  return owner.page.evaluate(() => navigator.clipboard.readText());
}

/** Joins by a link, after having been asked. */
async function join(page: Page, link: string): Promise<Lab> {
  const guest = new Lab(page, "emit");
  await page.goto(link);
  await expect(guest.root).toContainText("You were sent a link to somebody’s bench.");
  await guest.button("Join as Dee").click();
  return guest;
}

async function joined(page: Page, link: string): Promise<Lab> {
  const guest = await join(page, link);
  await expect(guest.root).toHaveAttribute("data-state", "live");
  await expect(guest.button("Emit as Dee")).toBeVisible();
  return guest;
}

test("a second device joins as Dee, hears and emits, and a stranger hears nothing", async ({
  page,
  openPage,
}) => {
  const owner = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  const stranger = await EmitLab.open(await openPage(), "/labs/emit/?preset=io-emit");
  await expect(owner.switch("Dee is connected")).toHaveCount(0);
  const dee = await joined(await openPage(), await invite(owner));
  await expect(owner.root).toContainText("Dee has joined.");
  await expect(owner.switch("Dee is connected")).toBeDisabled();
  await expect(owner.diagram).toHaveAccessibleName(/the lanes Ann, server, Bob, Cem, Dee\./);

  await owner.run("Emit");
  await expect(owner.status).toHaveText("Ann emitted news: Ann, Bob, Cem, and Dee received it.");
  await expect(owner.row("Dee")).toContainText("received after");
  await expect(owner.diagram).toHaveAccessibleName(/server to Dee: news, /);
  await expect(dee.status).toHaveText("Dee received news.");
  await expect(dee.root).toHaveAttribute("data-provenance", "observed");

  const run = await owner.nextRun();
  await dee.button("Emit as Dee").click();
  await run();
  await expect(owner.status).toHaveText("Dee emitted news: Ann, Bob, Cem, and Dee received it.");
  await expect(owner.diagram).toHaveAccessibleName(/Dee to server: news, /);
  await expect(stranger.diagram).toHaveAccessibleName(/Nothing has happened yet/);
});

test("a guest who is not in the room gets nothing, and the owner sees why", async ({
  page,
  openPage,
}) => {
  const owner = await EmitLab.open(page, "/labs/emit/?preset=to-room");
  const dee = await joined(await openPage(), await invite(owner));
  await owner.run("Emit");
  await expect(owner.row("Dee")).toContainText("The call was for red. Dee is in no room.");
  await owner.switch("Dee is in room red").check();
  await owner.run("Emit");
  await expect(owner.row("Dee")).toContainText("received after");
  await expect(dee.status).toHaveText("Dee received news.");
});

test("a guest has no way to command the bench", async ({ page, openPage, baseURL }) => {
  const owner = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  const link = await invite(owner);
  const dee = await joined(await openPage(), link);
  for (const role of ["combobox", "textbox", "checkbox", "radio"] as const) {
    await expect(dee.root.getByRole(role)).toHaveCount(0);
  }
  await dee.button("Leave").click();
  await expect(dee.root).toContainText("You are not on a bench.");
  await expect(owner.switch("Dee is connected")).toHaveCount(0);
  const build = await page.locator('meta[name="wirebook-build"]').getAttribute("content");
  const auth = { lab: "emit", build, bench: link.split("#join=")[1] };
  const control = io(baseURL ?? "", { path: "/control/", auth, reconnection: false });
  try {
    for (const command of ["arm", "act", "bench-open", "bench-invite", "bench-close"]) {
      const answer = await control.timeout(5000).emitWithAck(command, { open: false });
      expect(answer, command).toMatchObject({ ok: false, failure: { code: "not-owner" } });
    }
  } finally {
    control.disconnect();
  }
  await owner.run("Emit");
  await expect(owner.row("Cem")).toContainText("received after");
});

test("the owner ends the link, and the guest is told", async ({ page, openPage, trouble }) => {
  for (const message of refusalMessages) trouble.expect(message);
  const owner = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  const link = await invite(owner);
  const dee = await joined(await openPage(), link);
  await owner.button("End the link").click();
  await expect(dee.problems).toContainText("The owner of the bench ended the link.");
  await expect(dee.button("Emit as Dee")).toHaveCount(0);
  await expect(owner.button("Invite a second device as Dee")).toBeVisible();
  const late = await join(await openPage(), link);
  await expect(late.problems).toContainText("This bench has ended.");
  await owner.run("Emit");
  await expect(owner.status).toHaveText("Ann emitted news: Ann, Bob, and Cem received it.");
});

test("one second device may join, not two", async ({ page, openPage, trouble }) => {
  for (const message of refusalMessages) trouble.expect(message);
  const owner = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  const link = await invite(owner);
  const dee = await joined(await openPage(), link);
  const other = await join(await openPage(), link);
  await expect(other.problems).toContainText("There is no room for more here");
  await dee.button("Emit as Dee").click();
  await expect(dee.status).toHaveText("Dee received news.");
});

test("a link with a wrong key leads nowhere, and says so", async ({ page, trouble }) => {
  for (const message of refusalMessages) trouble.expect(message);
  const guest = await join(page, `/labs/emit/#join=${"0".repeat(32)}`);
  await expect(guest.problems).toContainText("This bench has ended.");
  await expect(guest.button("Emit as Dee")).toHaveCount(0);
});

test("who does not want to join gets a bench of their own", async ({ page, openPage }) => {
  const owner = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  const link = await invite(owner);
  const other = await openPage();
  await other.goto(link);
  await other.getByRole("button", { name: "No, open a bench of my own" }).click();
  const lab = new EmitLab(other);
  await lab.isLive();
  await lab.run("Emit");
  await expect(owner.diagram).toHaveAccessibleName(/Nothing has happened yet/);
});

test("an open link is still shown as open after the owner has reloaded", async ({
  page,
  openPage,
}) => {
  const owner = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  const link = await invite(owner);
  await page.reload();
  await owner.isLive();
  await expect(owner.root).toContainText("Open the link on a second device.");
  const dee = await joined(await openPage(), link);
  await page.reload();
  await owner.isLive();
  await expect(owner.root).toContainText("Dee has joined.");
  await owner.button("End the link").click();
  await expect(dee.problems).toContainText("The owner of the bench ended the link.");
  await page.reload();
  await owner.isLive();
  await expect(owner.button("Invite a second device as Dee")).toBeVisible();
});

test("a guest in /news has nothing to emit, and the owner sees where she is", async ({
  page,
  openPage,
}) => {
  const owner = await EmitLab.open(page, "/labs/emit/?preset=namespaces");
  const dee = await joined(await openPage(), await invite(owner));
  await expect(dee.root).toContainText("Dee is in / alone, and cannot emit it.");
  await expect(dee.button("Emit as Dee")).toBeDisabled();
  await owner.run("Emit");
  await expect(owner.row("Dee")).toContainText("Dee is not in it: Dee is in /.");
  await owner.radio("/").check();
  await owner.run("Emit");
  await expect(owner.row("Dee")).toContainText("received after");
  await expect(dee.button("Emit as Dee")).toBeEnabled();
});

test("a guest whose server stops is told so, and told that the bench is gone when it is back", async ({
  openPage,
  startServer,
  trouble,
}) => {
  for (const message of [...outageMessages, ...refusalMessages]) trouble.expect(message);
  const server = await startServer();
  const owner = await EmitLab.open(await openPage(), `${server.url}/labs/emit/?preset=io-emit`);
  const dee = await joined(await openPage(), await invite(owner));
  await server.kill();
  await expect(dee.root).toHaveAttribute("data-state", "lost", { timeout: 5000 });
  await expect(dee.problems).toContainText("no connection to the server");
  await server.restart();
  await expect(dee.problems).toContainText("This bench has ended.");
  await expect(dee.button("Emit as Dee")).toHaveCount(0);
  await owner.isLive();
  await expect(owner.button("Invite a second device as Dee")).toBeVisible();
});
