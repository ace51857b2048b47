import { expect, test } from "vitest";
import { scenarioIds } from "./model.ts";
import { scripts } from "./script.ts";
import { stepWords } from "./step-words.ts";
import { usesOf } from "./uses.ts";

test("what a scenario uses is counted from its steps", () => {
  expect(usesOf("cut")).toEqual({
    news: 4,
    orders: { Ann: 0, Bob: 3 },
    orderers: ["Bob"],
    hasNews: true,
  });
  expect(usesOf("orders-lost")).toMatchObject({ orderers: ["Ann", "Bob"], hasNews: false });
});

test("by hand everything may occur", () => {
  expect(usesOf("by-hand")).toMatchObject({ orderers: ["Ann", "Bob"], hasNews: true });
});

test("every other scenario emits something, and each of its steps is said in words", () => {
  for (const scenario of scenarioIds.filter((id) => id !== "by-hand")) {
    const { hasNews, orderers } = usesOf(scenario);
    expect([scenario, hasNews || orderers.length > 0]).toEqual([scenario, true]);
    for (const step of scripts[scenario]) expect(stepWords(step)).toMatch(/^\S.{8,}$/);
  }
});
