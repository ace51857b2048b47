import { expect, test } from "vitest";
import { relayPlan } from "./relay-plan.ts";

const relay = { lossPercent: 30, doublePercent: 20, delayMs: 40, spreadMs: 100, seed: 5 };
const plans = (change = {}) =>
  Array.from({ length: 500 }, (_, index) => relayPlan({ ...relay, ...change }, index + 1));

test("does the same to the same number with the same seed, and other things with another", () => {
  expect(plans()).toEqual(plans());
  expect(plans()).not.toEqual(plans({ seed: 6 }));
});

test("loses and copies about as many as it is set to", () => {
  const lost = plans().filter(({ isLost }) => isLost).length;
  const copied = plans({ lossPercent: 0 }).filter(({ delaysMs }) => delaysMs.length === 2).length;
  expect(lost).toBeGreaterThan(120);
  expect(lost).toBeLessThan(180);
  expect(copied).toBeGreaterThan(70);
  expect(copied).toBeLessThan(130);
});

test("holds back each by its delay, and by no more than its spread beyond", () => {
  const delays = plans().flatMap(({ delaysMs }) => delaysMs);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(40);
  expect(Math.max(...delays)).toBeLessThanOrEqual(140);
});

test("a larger loss loses the same numbers and more", () => {
  const lostAt = (lossPercent: number) =>
    plans({ lossPercent }).flatMap(({ isLost }, index) => (isLost ? [index] : []));
  expect(lostAt(50)).toEqual(expect.arrayContaining(lostAt(20)));
});
