import { expect, test } from "vitest";
import { timeAxis } from "./time-axis.ts";

const flights = [{ fromMs: 0, toMs: 1 }];

test("one scale holds for all that is not cut", () => {
  const { yOf, breaks, heightPx } = timeAxis([0, 1, 3], flights, 300);
  expect([yOf(0), yOf(1), yOf(2), yOf(3)]).toEqual([0, 100, 200, 300]);
  expect([breaks, heightPx]).toEqual([[], 300]);
});

test("a pause that would dwarf the rest is cut and tells its length", () => {
  const { yOf, breaks } = timeAxis(
    [0, 1, 2401, 2402],
    [...flights, { fromMs: 2401, toMs: 2402 }],
    200,
  );
  expect(breaks).toMatchObject([{ pauseMs: 2400, y1: 100 }]);
  expect(yOf(2402) - yOf(2401)).toBe(yOf(1) - yOf(0));
});

test("a long time with something on its way is not cut", () => {
  expect(timeAxis([0, 1, 5000], [{ fromMs: 0, toMs: 5000 }], 200).breaks).toEqual([]);
});

test("no time and one time lie at the top", () => {
  expect(timeAxis([], [], 200).yOf(3)).toBe(0);
  expect(timeAxis([7], [], 200).yOf(7)).toBe(0);
});
