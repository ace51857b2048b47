import { expect, test } from "vitest";
import { chanceOfAtLeast } from "./chance.ts";

test.each([
  [0, [0.3, 0.4], 1],
  [1, [0.5], 0.5],
  [2, [0.5, 0.5], 0.25],
  [1, [0.5, 0.5], 0.75],
  [2, [0.2, 0.5, 0.25], 0.225],
  [3, [0.2, 0.5], 0],
  [0, [], 1],
])("at least %i of %j", (hits, probabilities, chance) => {
  expect(chanceOfAtLeast(hits, probabilities)).toBeCloseTo(chance, 10);
});
