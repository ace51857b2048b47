import { expect, test } from "../fixtures.ts";
import { noBackendMessages, outageMessages } from "../outage-messages.ts";
import { EmitLab } from "./emit-lab.ts";

test("a server that stops mid-run leaves what was seen, marked as from before", async ({
  page,
  startServer,
  trouble,
}) => {
  for (const message of outageMessages) trouble.expect(message);
  const server = await startServer();
  const lab = await EmitLab.open(page, `${server.url}/labs/emit/?preset=ack-timeout`);
  await lab.payload.fill('{ "kept": true }');
  await lab.button("Emit").click();
  await expect(lab.button("Running …")).toBeVisible();
  await server.kill();
  await expect(lab.root).toHaveAttribute("data-state", "lost", { timeout: 5000 });
  await expect(lab.results).toHaveAccessibleName(/ before the interruption$/);
  await expect(lab.payload).toHaveValue('{ "kept": true }');
  await expect(lab.problems).toContainText("no connection to the server");
  await server.restart();
  await lab.isLive();
  await expect(lab.results).toHaveAccessibleName(/ before the interruption$/);
  await lab.run("Emit");
  await expect(lab.results).not.toHaveAccessibleName(/before the interruption/);
  await expect(lab.row("Ann’s callback")).toContainText("an error: the time is up");
});

test("while the server is away, a preset plays its recording and other settings say why not", async ({
  page,
  startServer,
  trouble,
}) => {
  for (const message of outageMessages) trouble.expect(message);
  const server = await startServer();
  const loaded = page.waitForResponse(/\/_astro\/broadcast\.[\w-]+\.js$/);
  const lab = await EmitLab.open(page, `${server.url}/labs/emit/?preset=broadcast`);
  await (await loaded).finished();
  await server.kill();
  await expect(lab.root).toHaveAttribute("data-state", "lost", { timeout: 5000 });
  await lab.event.fill("mine");
  await lab.button("Play the recording").click();
  await expect(lab.problems.first()).toContainText("only the presets were recorded");
  await expect(lab.event).toHaveValue("mine");
  await lab.button("Reset").click();
  await lab.run("Play the recording");
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(lab.status).toHaveText("Ann emitted news: Bob and Cem received it.");
  await server.restart();
  await expect(lab.button("Emit")).toBeVisible();
  await lab.run("Emit");
  await expect(lab.root).toHaveAttribute("data-state", "live");
});

test("without any server, from files alone, a recorded run works and says what it is", async ({
  page,
  startPlainFiles,
  trouble,
}) => {
  for (const message of noBackendMessages) trouble.expect(message);
  const { url } = await startPlainFiles();
  const lab = new EmitLab(page);
  await page.goto(`${url}/labs/emit/?preset=broadcast`);
  await expect(lab.root).toHaveAttribute("data-state", "lost");
  await expect(lab.problems).toContainText("no connection to the server");
  await lab.predict(["Bob", "Cem"]);
  await lab.run("Play the recording");
  await expect(lab.root).toHaveAttribute("data-state", "replay");
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(lab.root.getByTitle("A replay of an earlier run.")).toHaveText("recorded");
  await expect(lab.status).toHaveText(
    "Ann emitted news: Bob and Cem received it. Your prediction was right for 3 of 3.",
  );
});
