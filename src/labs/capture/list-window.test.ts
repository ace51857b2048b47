import { expect, test } from "vitest";
import { listWindow, placeAfterKey, scrollTo } from "./list-window.ts";

const viewPx = 360;

test("of a list that fits into the browser, the rows at the scroll position are drawn", () => {
  const size = { count: 1000, rowPx: 28, viewPx };
  expect(listWindow(size, 0)).toMatchObject({ first: 0, topPx: 0, fullPx: 28_000 });
  expect(listWindow(size, 2800)).toMatchObject({ first: 100, topPx: 2800 });
  const { first, visible } = listWindow(size, 28_000 - viewPx);
  expect(first + visible).toBe(1000);
});

test.each([20, 1000, 2_000_000])("of %d rows each can be brought into sight", (count) => {
  const size = { count, rowPx: 28, viewPx };
  let scrollPx = 0;
  for (const place of [0, count - 1, Math.floor(count / 2), Math.floor(count / 2) + 1, 7, 1, 0]) {
    scrollPx = scrollTo(size, place, scrollPx);
    const { first, visible, topPx, fullPx } = listWindow(size, scrollPx);
    expect(place).toBeGreaterThanOrEqual(first);
    expect(place).toBeLessThan(first + visible);
    const top = topPx + (place - first) * 28;
    expect(top).toBeGreaterThanOrEqual(Math.floor(scrollPx) - 1);
    expect(top + 28).toBeLessThanOrEqual(scrollPx + viewPx + 28);
    expect(scrollPx).toBeLessThanOrEqual(Math.max(0, fullPx));
  }
});

test("keys lead from row to row, page to page, and to both ends", () => {
  const size = { count: 100, rowPx: 28, viewPx };
  const after = (key: string, place: number) => placeAfterKey(key, place, size);
  expect(after("ArrowDown", 99)).toBe(99);
  expect(after("ArrowUp", 0)).toBe(0);
  expect(after("PageDown", 0)).toBe(11);
  expect(after("Home", 50)).toBe(0);
  expect(after("End", 50)).toBe(99);
  expect(after("a", 50)).toBeUndefined();
});
