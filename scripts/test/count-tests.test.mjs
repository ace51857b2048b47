import { expect, test } from "vitest";
import { countPlaywright, countVitest } from "./count-tests.mjs";

test("Vitest: a file that could not be loaded counts as a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{ status: "passed" }] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
});

test("Playwright: a repeat that passed is a pass, an error outside tests is a failure", () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{ message: "no server" }] })).toEqual({
    passed: 5,
    failed: 2,
  });
});
