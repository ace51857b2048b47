import { expect, test } from "vitest";
import { CallTeller } from "./call-teller.ts";

function tell(kinds: readonly string[]): string[] {
  const told: string[] = [];
  const teller = new CallTeller<string>({
    single: 2,
    together: 3,
    kindOf: (kind) => kind,
    tell: ({ sizeBytes, times, more }) => told.push(`${sizeBytes} ${times} ${more}`),
  });
  for (const more of kinds) teller.add({ sizeBytes: 10, more });
  teller.flush();
  return told;
}

test("the first calls are told one by one, later ones together, none twice", () => {
  expect(tell(["a", "a", "a", "a", "a", "a"])).toEqual(["10 1 a", "10 1 a", "30 3 a", "10 1 a"]);
});

test("calls that differ are not put together, and the first of a kind stands alone", () => {
  expect(tell(["a", "a", "a", "b", "b"])).toEqual([
    "10 1 a",
    "10 1 a",
    "10 1 a",
    "10 1 b",
    "10 1 b",
  ]);
});
