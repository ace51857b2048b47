import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { until } from "./until.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("waits for the fact, and no longer", async () => {
  let isTrue = false;
  let isOver = false;
  void until(() => isTrue, 1000).then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(500);
  expect(isOver).toBe(false);
  isTrue = true;
  await vi.advanceTimersByTimeAsync(20);
  expect(isOver).toBe(true);
});

it("gives up after its time, without a word", async () => {
  const waiting = until(() => false, 1000);
  await vi.advanceTimersByTimeAsync(1020);
  await expect(waiting).resolves.toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});
