function line([name, result]) {
  const mark = result.isOk ? "✓" : "✗";
  const tests = result.passed + result.failed;
  const counts = tests > 0 ? `  ${tests} tests` : "";
  return `${mark} ${name.padEnd(6)} ${result.seconds.toFixed(1).padStart(6)} s${counts}`;
}

/** One line a stage, then the sum of tests alone on the last line, in the form that CI reads. */
export function summary(results) {
  const entries = Object.entries(results);
  const sum = (field) => entries.reduce((total, [, result]) => total + result[field], 0);
  return [...entries.map(line), `${sum("passed")} passed, ${sum("failed")} failed`].join("\n");
}
