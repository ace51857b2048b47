import { expect, it } from "vitest";
import { hashOf } from "./hash.ts";

// FNV-1a test vectors, 64 bits, from the algorithm's IETF draft (draft-eastlake-fnv), in base 36.
it("is FNV-1a with 64 bits", () => {
  expect(hashOf("")).toBe(0xcbf29ce484222325n.toString(36));
  expect(hashOf("a")).toBe(0xaf63dc4c8601ec8cn.toString(36));
  expect(hashOf("foobar")).toBe(0x85944171f73967e8n.toString(36));
});
