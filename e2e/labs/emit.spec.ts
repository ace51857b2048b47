import { expect, test } from "../fixtures.ts";
import { focusByTab } from "../focus-by-tab.ts";
import { checkLab } from "../lab-checks.ts";
import { EmitLab } from "./emit-lab.ts";

checkLab({ id: "emit", press: "Emit", says: "Ann emitted news: nobody received it." });

test("a reader chooses, predicts and runs with keys only", async ({ page }) => {
  const lab = await EmitLab.open(page);
  await focusByTab(lab.serverCall);
  for (const _ of ["ack(…)", "socket.emit", "io.emit"]) await page.keyboard.press("ArrowDown");
  await expect(lab.serverCall.locator("option:checked")).toHaveText("io.emit");
  await focusByTab(lab.switch("Cem listens for the event"));
  await page.keyboard.press("Space");
  await focusByTab(lab.switch("Bob").last());
  await page.keyboard.press("Space");
  await focusByTab(lab.button("Emit"));
  await page.keyboard.press("Enter");
  await expect(lab.status).toHaveText(
    "Ann emitted news: Ann and Bob received it. Your prediction was right for 2 of 3.",
  );
  await expect(lab.row("Cem")).toContainText("Cem has no listener for it.");
});

test("arrows move where motion is wanted", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  await lab.run("Emit");
  const moving = () => page.evaluate(() => document.getAnimations().length);
  await expect.poll(moving).toBeGreaterThan(0);
});

test("an acknowledgement is predicted and held against what came", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=ack");
  await lab.radio("nothing").check();
  await lab.run("Emit");
  const row = lab.row("Ann’s callback");
  await expect(row).toContainText("an answer");
  await expect(row).toContainText('The answer "got it" came back to Ann.');
  await expect(row.getByRole("img", { name: "not as predicted" })).toBeVisible();
  await lab.radio("an answer").check();
  await lab.run("Emit");
  await expect(row.getByRole("img", { name: "as predicted", exact: true })).toBeVisible();
});

test("an event that waits in the buffer goes out when its client connects", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=offline");
  await lab.pageCall.selectOption({ label: "socket.emit, with acknowledgement" });
  await lab.run("Emit");
  await expect(lab.status).toHaveText("Ann emitted news: nobody received it.");
  await expect(lab.row("Bob")).toContainText("the event waits in the buffer of Ann's client");
  await expect(lab.row("Ann’s callback")).toContainText("nothing: the event waits in the client");
  await lab.button("Log").click();
  await expect(lab.log).toContainText("Ann kept in the buffer news");
  await expect(lab.log).not.toContainText("listener called");
  await lab.switch("Ann is connected").check();
  await expect(lab.log).toContainText("Ann connected: over websocket");
  await expect(lab.log).toContainText("Bob listener called news");
  await expect(lab.log).toContainText("Cem listener called news");
  await expect(lab.row("Bob")).toContainText("received after");
  await expect(lab.status).toHaveText("Ann emitted news: Bob and Cem received it.");
});

test("a room that nobody is in is no error and has no receivers", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=to-room");
  await lab.radio("green").check();
  await lab.predict([]);
  await lab.run("Emit");
  await expect(lab.status).toHaveText(
    "Ann emitted news: nobody received it. Your prediction was right for 3 of 3.",
  );
  await expect(lab.row("Bob")).toContainText("The call was for green. Bob is in red and blue.");
});

test("a run ends for the client that is not connected and the one that does not listen", async ({
  page,
}) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  await lab.switch("Bob listens for the event").uncheck();
  await lab.switch("Cem is connected").uncheck();
  await lab.run("Emit");
  await expect(lab.status).toHaveText("Ann emitted news: Ann received it.");
  await expect(lab.row("Bob")).toContainText("The event arrived, but Bob has no listener for it.");
  await expect(lab.row("Cem")).toContainText("Cem was not connected when the server emitted.");
  await expect(lab.diagram).toHaveAccessibleName(/Cem did not receive: not connected\./);
});

test("the server acts by itself", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=server-acts");
  await lab.run("Emit");
  await expect(lab.status).toHaveText("The server emitted news: Ann, Bob, and Cem received it.");
  await expect(lab.pageCall).toHaveCount(0);
  await expect(lab.litLine("The server")).toContainText("io.emit(event, data)");
});

test("the reader's own name and data travel", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  await lab.event.fill("<b>Zürich 🚋</b>");
  await lab.payload.fill('["<script>alert(1)</script>", null, 1e3]');
  await lab.run("Emit");
  await expect(lab.status).toHaveText(
    "Ann emitted <b>Zürich 🚋</b>: Ann, Bob, and Cem received it.",
  );
  await expect(lab.litLine("Ann’s page")).toContainText("<script>alert(1)</script>");
});
