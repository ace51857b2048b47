import { expect, test } from "vitest";
import { parts, readPlan } from "./plan.ts";

test("all parts are measured in nine rounds unless less is asked for", () => {
  const read = readPlan([]);
  expect(read.plan.rounds).toBe(9);
  expect(read.parts).toEqual(parts);
});

test("a quick run has three rounds", () => {
  expect(readPlan(["--quick"]).plan.rounds).toBe(3);
});

test("some parts can be chosen", () => {
  expect(readPlan(["--only=pages,speed"]).parts).toEqual(["speed", "pages"]);
});

test.each([["--only=sped"], ["--only="], ["--fast"]])("%s is refused", (arg) => {
  expect(() => readPlan([arg])).toThrow("use --quick");
});
