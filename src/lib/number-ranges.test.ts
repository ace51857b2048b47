import { expect, test } from "vitest";
import { numberRanges } from "./number-ranges.ts";

test.each([
  [[], ""],
  [[4], "4"],
  [[1, 2, 3, 5, 7, 8], "1–3, 5, 7–8"],
  [[1, 3, 6, 6, 7, 2], "1, 3, 6, 6–7, 2"],
])("%j is written as %j", (numbers, text) => {
  expect(numberRanges(numbers)).toBe(text);
});
