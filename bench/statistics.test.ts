import { expect, test } from "vitest";
import { median, percentile, spreadOf } from "./statistics.ts";

test("the median of an odd number of figures is the middle one, whatever their order", () => {
  expect(median([10, 9, 2])).toBe(9);
});

test("the median of an even number of figures lies between the two in the middle", () => {
  expect(median([4, 1, 100, 2])).toBe(3);
});

test.each([
  [0, 1],
  [0.5, 50],
  [0.99, 99],
  [1, 100],
])("percentile %s of 1 to 100 is %s", (share, expected) => {
  const figures = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile(figures, share)).toBe(expected);
});

test("percentiles sort by value, not by spelling", () => {
  expect(percentile([2, 10, 9], 1)).toBe(10);
});

test("no figures have no percentile", () => {
  expect(() => percentile([], 0.5)).toThrow("no figures");
});

test("a spread names the ends", () => {
  expect(spreadOf([1.1, 0.9, 1])).toEqual({ median: 1, min: 0.9, max: 1.1 });
});
