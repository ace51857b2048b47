import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chosenRuns } from "./chosen-runs.mjs";

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wirebook-"));
  const labs = join(root, "src", "labs");
  for (const folder of ["tank/recordings", "pipe/recordings", "plain"]) {
    mkdirSync(join(labs, folder), { recursive: true });
  }
  writeFileSync(join(labs, "tank", "presets.ts"), "export const presets = { full: {}, dry: {} };");
});
afterEach(() => rmSync(root, { recursive: true }));

const paths = async (...args) => (await chosenRuns(root, args)).map(({ path }) => path);

test("all labs with a recordings folder are recorded, each in its presets or as it opens", async () => {
  expect(await paths()).toEqual([
    "/labs/pipe/",
    "/labs/tank/?preset=full",
    "/labs/tank/?preset=dry",
  ]);
});

test("a lab or a preset can be named, also a lab without the folder", async () => {
  expect(await paths("tank", "dry")).toEqual(["/labs/tank/?preset=dry"]);
  expect(await paths("plain")).toEqual(["/labs/plain/"]);
});

test("a recording lies beside its lab, named after its preset", async () => {
  const [run] = await chosenRuns(root, ["pipe"]);
  expect(run.file).toBe(join(root, "src", "labs", "pipe", "recordings", "default.json"));
});

test.each([
  [["tunk"], "lab = tunk, must be one of pipe, plain, tank."],
  [["tank", "half"], "preset = half, the lab tank has: full, dry."],
])("%j is refused, and what there is is named", async (args, sentence) => {
  await expect(chosenRuns(root, args)).rejects.toThrow(sentence);
});
