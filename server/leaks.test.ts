import { expect, it } from "vitest";
import { runLeaks } from "./testing/run-leaks.ts";

it("nothing is left of 66 benches that were used and cut off in every way", async () => {
  const { opened, alive, descriptorGrowth } = await runLeaks(66);
  expect(opened).toBe(66);
  expect(alive).toBe(0);
  expect(descriptorGrowth).toBeLessThanOrEqual(0);
});
