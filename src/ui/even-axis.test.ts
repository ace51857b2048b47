import { expect, test } from "vitest";
import { evenAxis, roundTimes } from "./even-axis.ts";

test("equal times are equal lengths, however long a pause is", () => {
  const { xOf, cuts } = evenAxis([0, 1, 5000], 500);
  expect([xOf(0), xOf(2500), xOf(5000)]).toEqual([0, 250, 500]);
  expect(cuts).toEqual([]);
});

test("the times beside it are round, and no nearer than can be read", () => {
  const { stretches } = evenAxis([0, 4980], 500);
  const [stretch] = stretches;
  expect(stretch && roundTimes(stretch)).toEqual([0, 1000, 2000, 3000, 4000]);
});

test("one moment alone has a place", () => {
  const { xOf, stretches } = evenAxis([7], 300);
  expect(xOf(7)).toBe(0);
  expect(stretches[0] && roundTimes(stretches[0]).length).toBeLessThan(2);
});
