import { expect, test } from "vitest";
import { NumberedStream, numberedPayload, numberIn } from "./numbered-payload.ts";

test("a payload has its size, and begins with its number", () => {
  for (const sizeBytes of [2, 100, 65_507]) {
    const payload = numberedPayload(500, sizeBytes);
    expect(payload).toHaveLength(sizeBytes);
    expect(numberIn(payload)).toBe(500);
  }
});

test.each([1, 2, 3, 7, 30])(
  "a stream that comes in pieces of %i bytes gives every number once",
  (piece) => {
    const all = Buffer.concat([1, 2, 3, 4].map((number) => numberedPayload(number, 7)));
    const stream = new NumberedStream(7);
    const numbers: number[] = [];
    for (let at = 0; at < all.length; at += piece)
      numbers.push(...stream.take(all.subarray(at, at + piece)));
    expect(numbers).toEqual([1, 2, 3, 4]);
  },
);
