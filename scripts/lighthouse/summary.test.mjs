import { expect, test } from "vitest";
import { complaints, median, summarise, summaryLine, tooLow } from "./summary.mjs";

const NUMERIC = {
  "largest-contentful-paint": 1200.4,
  "cumulative-layout-shift": 0,
  "total-blocking-time": 12,
  "total-byte-weight": 50_000,
};

function report({ performance = 1, accessibility = 1, audits = {}, auditRefs = [] } = {}) {
  const numeric = Object.entries(NUMERIC).map(([id, numericValue]) => [id, { numericValue }]);
  const plain = { score: 1, auditRefs: [] };
  return {
    categories: {
      performance: { score: performance, auditRefs: [] },
      accessibility: { score: accessibility, auditRefs },
      "best-practices": plain,
      seo: plain,
    },
    audits: { ...Object.fromEntries(numeric), ...audits },
  };
}

test("the median does not mind the order nor one slow run", () => {
  expect(median([100, 9, 10])).toBe(10);
});

test("scores are medians over the runs", () => {
  const runs = [0.9, 0.99, 1].map((performance) => report({ performance }));
  expect(summarise(runs).scores.performance).toBe(99);
  expect(tooLow(summarise(runs))).toEqual([]);
});

test("a median below the least is too low", () => {
  const runs = [report({ performance: 0.97, accessibility: 0.99 })];
  expect(tooLow(summarise(runs))).toEqual(["performance", "accessibility"]);
});

test("the line names scores and metrics with their units", () => {
  expect(summaryLine(summarise([report()]))).toBe(
    "performance 100, accessibility 100, best-practices 100, seo 100; " +
      "LCP 1200 ms, CLS 0.000, TBT 12 ms, 50000 bytes",
  );
});

test("a failed audit is told with its elements; passed, unscored and weightless ones are not", () => {
  const node = { selector: "main > p" };
  const audits = {
    contrast: { id: "contrast", title: "Low contrast", score: 0, details: { items: [{ node }] } },
    passed: { id: "passed", title: "Passed", score: 1 },
    manual: { id: "manual", title: "Manual", score: null },
    hint: { id: "hint", title: "Hint", score: 0 },
  };
  const auditRefs = ["contrast", "passed", "manual"].map((id) => ({ id, weight: 1 }));
  auditRefs.push({ id: "hint", weight: 0 });
  expect(complaints(report({ audits, auditRefs }))).toEqual([
    "  contrast: Low contrast",
    "    main > p",
  ]);
});
