import { expect, it } from "vitest";
import { runLeaks } from "./testing/run-leaks.ts";

const benches = 200;
/** An empty bench takes 4 to 5 KiB, one with recovery 91: to keep any one of them each time shows. */
const toleratedBytesEach = 2048;

it("heap and open descriptors after 200 benches are as before", async () => {
  const { opened, alive, heapGrowthBytes, descriptorGrowth } = await runLeaks(benches);
  expect(opened).toBe(benches);
  expect(alive).toBe(0);
  expect(descriptorGrowth).toBeLessThanOrEqual(0);
  expect(heapGrowthBytes).toBeLessThan(benches * toleratedBytesEach);
}, 180_000);
