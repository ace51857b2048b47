import { describe, expect, it } from "vitest";
import { ClockEstimate, type ClockSample, pageClockStepMs } from "./clock.ts";
import { seededRandom } from "./testing/seeded-random.ts";

const estimateOf = (samples: readonly ClockSample[], stepMs = 0) => {
  const estimate = new ClockEstimate(stepMs);
  for (const sample of samples) estimate.add(sample);
  return estimate;
};

describe("the estimate of a clock's offset", () => {
  it("is unknown before the first sample, and after it was cleared", () => {
    const estimate = new ClockEstimate(0.1);
    expect(estimate.offset).toBeUndefined();
    estimate.add({ askedMs: 0, answeredMs: 1, serverMs: 5 });
    estimate.clear();
    expect(estimate.offset).toBeUndefined();
  });

  it("takes the middle of the round trip, and half of it as error", () => {
    const { offset } = estimateOf([{ askedMs: 100, answeredMs: 110, serverMs: 1005 }]);
    expect(offset).toEqual({ offsetMs: 900, errorMs: 5 });
  });

  it("believes the quickest round trip, whenever it was", () => {
    const { offset } = estimateOf([
      { askedMs: 0, answeredMs: 80, serverMs: 500 },
      { askedMs: 100, answeredMs: 102, serverMs: 601 },
      { askedMs: 200, answeredMs: 260, serverMs: 700 },
    ]);
    expect(offset).toEqual({ offsetMs: 500, errorMs: 1 });
  });

  it("adds the step of the page's own clock to the error", () => {
    const samples = [{ askedMs: 0, answeredMs: 0, serverMs: 7 }];
    expect(estimateOf(samples, 0.1).offset).toEqual({ offsetMs: 7, errorMs: 0.1 });
    expect(pageClockStepMs(true)).toBe(0.005);
    expect(pageClockStepMs(false)).toBe(0.1);
  });

  it("forgets what is older than sixteen samples, since clocks drift", () => {
    const quick = { askedMs: 0, answeredMs: 0, serverMs: 50 };
    const slow = { askedMs: 0, answeredMs: 4, serverMs: 2 };
    expect(estimateOf([quick, ...Array(15).fill(slow)]).offset?.offsetMs).toBe(50);
    expect(estimateOf([quick, ...Array(16).fill(slow)]).offset?.offsetMs).toBe(0);
  });

  it.each([
    [0, 1],
    [1, 0],
  ])("holds the truth at the edge of its error: %i ms there, %i ms back", (thereMs, backMs) => {
    const sample = { askedMs: 10, serverMs: 10 + thereMs + 300, answeredMs: 10 + thereMs + backMs };
    const { offset } = estimateOf([sample]);
    expect(Math.abs((offset?.offsetMs ?? 0) - 300)).toBe(offset?.errorMs);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("holds the truth within its error, seed %i", (seed) => {
    const random = seededRandom(seed);
    const trueMs = (random() - 0.5) * 1e7;
    const stepMs = 0.1;
    const stepped = (ms: number) => Math.floor(ms / stepMs) * stepMs;
    for (let round = 0; round < 200; round += 1) {
      const samples = Array.from({ length: 1 + Math.floor(random() * 20) }, (_, index) => {
        const askedMs = index * 100 + random();
        const arrivedMs = askedMs + random() * 50;
        const answeredMs = stepped(arrivedMs + random() * 50);
        return { askedMs: stepped(askedMs), answeredMs, serverMs: arrivedMs + trueMs };
      });
      const { offset } = estimateOf(samples, stepMs);
      expect(offset).toBeDefined();
      const offMs = Math.abs((offset?.offsetMs ?? 0) - trueMs);
      expect(offMs).toBeLessThanOrEqual((offset?.errorMs ?? 0) + 1e-6);
    }
  });
});
