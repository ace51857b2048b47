import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { EmitLab } from "./emit-lab.ts";

const textOf = async (download: Download): Promise<string> =>
  readFile(await download.path(), "utf8");

async function openFile(lab: EmitLab, text: string): Promise<void> {
  const choosing = lab.page.waitForEvent("filechooser");
  await lab.button("Open run").click();
  const file = { name: "run.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
}

async function savedRun(lab: EmitLab): Promise<string> {
  const saving = lab.page.waitForEvent("download");
  await lab.button("Save run").click();
  return textOf(await saving);
}

test("a saved run opens again, and says that it is recorded", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=broadcast");
  await lab.run("Emit");
  const before = await lab.row("Bob").textContent();
  const saved = await savedRun(lab);
  expect(JSON.parse(saved)).toMatchObject({ format: 1, lab: "emit", preset: "broadcast" });
  expect(saved, "no key of the bench").not.toMatch(/[0-9a-f]{32}/);
  await page.goto("/labs/emit/?preset=io-emit");
  await lab.isLive();
  await openFile(lab, saved);
  await expect(lab.root).toHaveAttribute("data-state", "replay");
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(lab.root.getByTitle("A replay of an earlier run.")).toHaveText("recorded");
  expect(await lab.row("Bob").textContent()).toBe(before);
  await expect(lab.serverCall.locator("option:checked")).toHaveText("socket.broadcast.emit");
  await lab.run("Emit");
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await expect(lab.root).toHaveAttribute("data-provenance", "observed");
});

test("replay draws the last run once more, as recorded", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=two-rooms");
  await expect(lab.button("Replay")).toHaveCount(0);
  await lab.run("Emit");
  await expect(lab.root).toHaveAttribute("data-provenance", "observed");
  const replay = await lab.run("Replay");
  expect(new Set(replay.observations.map(({ provenance }) => provenance))).toEqual(
    new Set(["recorded"]),
  );
  await expect(lab.root).toHaveAttribute("data-state", "replay");
  await expect(lab.status).toHaveText("Ann emitted news: Ann, Bob, and Cem received it.");
});

test("reset goes back to the preset and forgets the run", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=to-room");
  await lab.event.fill("other");
  await lab.switch("Ann is in room red").uncheck();
  await lab.predict(["Cem"]);
  await lab.run("Emit");
  await lab.button("Reset").click();
  await expect(lab.event).toHaveValue("news");
  await expect(lab.switch("Ann is in room red")).toBeChecked();
  await expect(lab.results).toHaveCount(0);
  await expect(lab.diagram).toHaveAccessibleName(/Nothing has happened yet/);
  await expect(lab.root.getByRole("checkbox", { name: "Cem", exact: true })).not.toBeChecked();
});

const strange: Record<string, { text: string; says: RegExp }> = {
  "no JSON": { text: "<html>", says: /This file is not a recording/ },
  "other JSON": { text: '{"format":2}', says: /This file is not a recording/ },
  "too large": { text: " ".repeat(2_000_001), says: /too large/ },
  "of another lab": {
    text: JSON.stringify(recordingOf({ lab: "echo" })),
    says: /a recording of the lab echo/,
  },
  "without settings": {
    text: JSON.stringify(recordingOf({ settings: {} })),
    says: /This file is not a recording/,
  },
  "with settings of a wrong kind": {
    text: JSON.stringify(recordingOf({ settings: { from: "Eve", clients: { Ann: 1 } } })),
    says: /This file is not a recording/,
  },
};

test("a strange file is refused in a sentence, and the run stays", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  for (const [kind, { text, says }] of Object.entries(strange)) {
    await test.step(kind, async () => {
      await lab.run("Emit");
      await expect(lab.problems).toHaveCount(0);
      await openFile(lab, text);
      await expect(lab.problems).toHaveText(says);
      await expect(lab.root).toHaveAttribute("data-provenance", "observed");
      await expect(lab.row("Cem")).toContainText("received after");
    });
  }
});

function recordingOf(change: object): object {
  const recordedAt = "2026-11-23T08:00:00.000Z";
  const empty = { settings: {}, clocks: {}, observations: [] };
  return { format: 1, recordedAt, lab: "emit", ...empty, ...change };
}
