import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TemporaryClone } from "./testing/temporary-clone.mjs";

/** The recipe of CONTRIBUTING.md, "Add a lab", as far as it is quick; recipe.long.test.mjs does the rest. */
let clone;
let made;
beforeAll(async () => {
  clone = new TemporaryClone();
  made = await clone.run("scripts/new-lab.mjs", "water-clock");
});
afterAll(() => clone.remove());

const read = (path) => readFileSync(join(clone.root, path), "utf8");
const words = (text) => text.split(/\W+/).filter(Boolean).sort();

test("npm run new:lab says what to do next", () => {
  expect(made.output).toContain("open /labs/water-clock/");
  expect(made.ok).toBe(true);
});

test("it makes one folder, one browser test and one line in the list, and nothing else", () => {
  const folder = readdirSync(join(clone.root, "src/labs/water-clock"), { recursive: true });
  expect(clone.status().toSorted()).toEqual(
    [
      " M server/labs.ts",
      "?? e2e/labs/water-clock.spec.ts",
      ...folder.map((name) => `?? src/labs/water-clock/${name}`),
    ].toSorted(),
  );
});

test("the list gets one import and one entry, and keeps what it had", () => {
  const line = 'import { waterClockServer } from "#labs/water-clock/server.ts";';
  const now = read("server/labs.ts");
  expect(now).toContain(line);
  const before = clone.committed("server/labs.ts");
  expect(words(now)).toEqual(words(`${before} ${line} waterClockServer`));
});

test("nothing of the template's name is left in it", () => {
  const files = clone.status().map((line) => line.slice(3));
  const own = files.filter((path) => path !== "server/labs.ts");
  expect(own.filter((path) => /echo/i.test(path + read(path)))).toEqual([]);
});

test("a second lab of that name is refused, and nothing is touched", async () => {
  const before = clone.status();
  const { ok, output } = await clone.run("scripts/new-lab.mjs", "water-clock");
  expect([ok, output]).toEqual([
    false,
    expect.stringContaining("is taken by src/labs/water-clock"),
  ]);
  expect(clone.status()).toEqual(before);
});
