import { expect, it } from "vitest";
import { isTransient, refusalOf, retryPauseMs } from "./refusals.ts";

it("finds the failure that the bench gave, or the one that HTTP's status means", () => {
  const refused = Object.assign(new Error("refused"), { data: { code: "gone" } });
  expect(refusalOf(refused)).toEqual({ code: "gone" });
  const polled = new Error("xhr poll error");
  expect(refusalOf(Object.assign(polled, { description: 429 }))).toEqual({ code: "too-many" });
  expect(refusalOf(Object.assign(polled, { description: 503 }))).toBeUndefined();
  expect(refusalOf(new Error("websocket error"))).toBeUndefined();
});

it.each([
  ["too-many", true],
  ["rate-limited", true],
  ["internal", true],
  ["stale-page", false],
  ["not-owner", false],
  ["gone", false],
  ["bad-payload", false],
])("%s is asked again: %s", (code, isAgain) => {
  expect(isTransient({ code })).toBe(isAgain);
});

it("waits longer after each refusal, half a minute at most", () => {
  expect([1, 2, 3, 4, 50].map(retryPauseMs)).toEqual([5000, 10_000, 20_000, 30_000, 30_000]);
});
