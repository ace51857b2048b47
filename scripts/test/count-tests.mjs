/**
 * How many tests passed and failed in Vitest's JSON report.
 * A file that could not be loaded counts as one failure, since it lists no test of its own.
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(isFailure),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
  };
}

function isFailure(result) {
  return result.status === "failed";
}

/** The same in Playwright's JSON report. A test that passed on a repeat passed; an error outside tests is a failure. */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  };
}
