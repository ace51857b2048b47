import { expect, test } from "vitest";
import { summary } from "./summary.mjs";

test("the last line is the sum of tests, alone", () => {
  const text = summary({
    lint: { isOk: true, seconds: 1, passed: 0, failed: 0 },
    unit: { isOk: false, seconds: 2.34, passed: 10, failed: 1 },
    e2e: { isOk: true, seconds: 5, passed: 4, failed: 0 },
  });
  expect(text.split("\n")).toEqual([
    "✓ lint      1.0 s",
    "✗ unit      2.3 s  11 tests",
    "✓ e2e       5.0 s  4 tests",
    "14 passed, 1 failed",
  ]);
});
