import { expect, it } from "vitest";
import { pageLane, unleasedText } from "./unleased-text.ts";

it.each([
  [["Cem"], "Cem waits for one."],
  [["Bob", "Cem"], "2 clients (Bob, Cem) wait for one."],
  [[pageLane, "Cem"], "this page waits for one."],
])("%j: %s", (names, end) => {
  const { says, next } = unleasedText(names);
  expect(says.endsWith(`connections: ${end}`)).toBe(true);
  expect(next).toMatch(/^Close or hide another tab/);
});
