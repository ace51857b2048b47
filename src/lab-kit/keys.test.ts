import { describe, expect, it } from "vitest";
import { newKey, newKeys } from "./keys.ts";
import { keySchema } from "./kit-contract.ts";

describe("a key", () => {
  it("is one that the host takes, also when bytes are small", () => {
    for (let count = 0; count < 500; count += 1) expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(keySchema.safeParse(newKey()).success).toBe(true);
  });

  it("is never made twice", () => {
    const keys = Array.from({ length: 200 }, newKeys).flatMap(({ bench, owner }) => [bench, owner]);
    expect(new Set(keys).size).toBe(400);
  });
});
