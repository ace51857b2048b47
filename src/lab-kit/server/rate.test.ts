import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { allowsPerSecond } from "./rate.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const allowedOf = (allows: () => boolean, asked: number): number =>
  Array.from({ length: asked }, allows).filter(Boolean).length;

test.each([1, 7, 20, 230])("a burst of %i passes, and nothing after it", (perSecond) => {
  const allows = allowsPerSecond(perSecond);
  expect(allowedOf(allows, 3 * perSecond)).toBe(perSecond);
});

test("half a second fills half of the bucket", () => {
  const allows = allowsPerSecond(230);
  allowedOf(allows, 1000);
  vi.advanceTimersByTime(500);
  expect(allowedOf(allows, 1000)).toBe(115);
});

test("a long rest fills no more than the bucket, beside what was taken from it", () => {
  const allows = allowsPerSecond(100);
  allows();
  vi.advanceTimersByTime(60_000);
  expect(allowedOf(allows, 1000)).toBe(104);
});
