import { expect, test } from "vitest";
import { fuzz } from "./testing/fuzz.ts";
import { printedSeed } from "./testing/printed-seed.ts";

test("1,000,000 inputs are read or refused, and every byte has one owner", () => {
  expect(fuzz(printedSeed("wire, long"), 1_000_000)).toBeUndefined();
}, 600_000);
