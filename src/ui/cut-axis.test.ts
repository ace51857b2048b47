import { expect, test } from "vitest";
import { cutAxis } from "./cut-axis.ts";

const dense = [0, 3, 5, 9, 12, 14, 18, 20, 23, 26];

test("without a long pause one scale holds from end to end", () => {
  const { xOf, cuts } = cutAxis(dense, 260, 40);
  expect(cuts).toEqual([]);
  expect([xOf(0), xOf(13), xOf(26)]).toEqual([0, 130, 260]);
});

test("a pause that would dwarf the rest is cut, and the rest keeps one scale", () => {
  const { xOf, cuts } = cutAxis([...dense, 1026, 1027], 310, 40);
  expect(cuts).toEqual([{ x1: 260, x2: 300, pauseMs: 1000 }]);
  expect(xOf(26)).toBe(260);
  expect(xOf(1026)).toBe(300);
  expect(xOf(1027)).toBe(310);
  expect(xOf(526)).toBe(280);
});

test("several long pauses are cut, the longest first", () => {
  const { cuts } = cutAxis([...dense, 526, 527, 1527, 1528], 400, 40);
  expect(cuts.map(({ pauseMs }) => pauseMs)).toEqual([500, 1000]);
});

test("where little happens nothing is cut: the pauses are what there is to see", () => {
  expect(cutAxis([0, 1000, 1200, 2200], 400, 40).cuts).toEqual([]);
});

test("what lies outside is put at the ends, and equal times at one place", () => {
  const { xOf, stretches } = cutAxis([0, 5, 5, 10], 100, 40);
  expect([xOf(-3), xOf(5), xOf(99)]).toEqual([0, 50, 100]);
  expect(stretches).toEqual([{ fromMs: 0, toMs: 10, x1: 0, x2: 100 }]);
});

test("one time, or none, is no line", () => {
  expect(cutAxis([7], 100, 40).xOf(7)).toBe(0);
  expect(cutAxis([], 100, 40).xOf(0)).toBe(0);
});
