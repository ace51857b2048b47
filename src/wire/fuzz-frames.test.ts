import { expect, test } from "vitest";
import { fuzzFrames } from "./testing/fuzz-frames.ts";
import { printedSeed } from "./testing/printed-seed.ts";

test("100,000 mutated packets are taken apart, and every byte has one owner", () => {
  expect(fuzzFrames(printedSeed("frames"), 100_000)).toBeUndefined();
}, 240_000);
