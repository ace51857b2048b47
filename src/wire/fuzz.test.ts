import { expect, test } from "vitest";
import { fuzz } from "./testing/fuzz.ts";
import { printedSeed } from "./testing/printed-seed.ts";

test("100,000 inputs are read or refused, and every byte has one owner", () => {
  expect(fuzz(printedSeed("wire"), 100_000)).toBeUndefined();
}, 240_000);
