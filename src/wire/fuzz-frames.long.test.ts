import { expect, test } from "vitest";
import { fuzzFrames } from "./testing/fuzz-frames.ts";
import { printedSeed } from "./testing/printed-seed.ts";

test("1,000,000 mutated packets are taken apart, and every byte has one owner", () => {
  expect(fuzzFrames(printedSeed("frames, long"), 1_000_000)).toBeUndefined();
}, 600_000);
