import { expect, test } from "vitest";
import { formatBare, formatPause, formatTime } from "./format-time.ts";

test("a time carries its error and its unit", () => {
  expect(formatTime(1.42, 0.3)).toBe("1.4 ±\u00a00.3\u00a0ms");
  expect(formatTime(2.6, 0)).toBe("2.6\u00a0ms");
  expect(formatBare(2.6, 0.1)).toBe("2.6 ±\u00a00.1");
});

test("an error is rounded up and never vanishes", () => {
  expect(formatTime(1, 0.01)).toContain("0.1");
  expect(formatTime(1, 0.31)).toContain("0.4");
  expect(formatTime(1, 0.1 + 0.2)).toContain("0.3");
});

test("a time before the origin has a minus sign, and none when it rounds to nothing", () => {
  expect(formatTime(-0.2, 0)).toBe("−0.2\u00a0ms");
  expect(formatTime(-0.04, 0)).toBe("0.0\u00a0ms");
  expect(formatTime(0, 0)).toBe("0\u00a0ms");
});

test("a pause is told in the unit of its size", () => {
  expect(formatPause(40.4)).toBe("40\u00a0ms");
  expect(formatPause(2400)).toBe("2.4\u00a0s");
});
