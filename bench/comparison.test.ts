import { expect, test } from "vitest";
import { comparisonRow, isKept } from "./comparison.ts";

const rounds = [
  { host: 11, bare: 10 },
  { host: 30, bare: 10 },
  { host: 90, bare: 100 },
];

test("the ratio is the median of the rounds' ratios, not the ratio of the medians", () => {
  const row = comparisonRow({ name: "p50", unit: "ms", rounds });
  expect(row).toEqual(["p50", "30.0", "10.0", "ms", "1.10×", "0.90–3.00", ""]);
});

test.each([
  [{ atMost: 1.1 }, true, "≤ 1.1 kept"],
  [{ atMost: 1.09 }, false, "≤ 1.09 MISSED"],
  [{ atLeast: 1.1 }, true, "≥ 1.1 kept"],
  [{ atLeast: 1.2 }, false, "≥ 1.2 MISSED"],
])("a target of %o is kept: %s", (target, kept, text) => {
  const comparison = { name: "p50", unit: "ms", rounds, target };
  expect(isKept(comparison)).toBe(kept);
  expect(comparisonRow(comparison).at(-1)).toBe(text);
});

test("what has no target is kept", () => {
  expect(isKept({ name: "p99", unit: "ms", rounds })).toBe(true);
});
