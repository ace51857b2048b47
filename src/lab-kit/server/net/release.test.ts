import { expect, test } from "vitest";
import { release } from "./release.ts";

test("bytes that have their memory for themselves give it back", () => {
  const bytes = new Uint8Array(65_536);
  const { buffer } = bytes;
  release(bytes);
  expect([bytes.length, buffer.byteLength]).toEqual([0, 0]);
});

test("bytes that share their memory keep it, and so do the others", () => {
  const memory = new Uint8Array([1, 2, 3, 4]);
  const part = memory.subarray(1, 3);
  release(part);
  expect([...part]).toEqual([2, 3]);
  expect([...memory]).toEqual([1, 2, 3, 4]);
});
