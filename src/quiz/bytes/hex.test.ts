import { expect, it } from "vitest";
import { bytesOf, hexText, offsetsText } from "./hex.ts";
import { withByte, withRange } from "./selection.ts";

it("reads and writes hex", () => {
  expect([...bytesOf("8183ff")]).toEqual([0x81, 0x83, 0xff]);
  expect(hexText(bytesOf("81 05 00"))).toBe("81 05 00");
});

it("says offsets in runs", () => {
  expect(offsetsText([2, 3, 4, 5])).toBe("2 to 5");
  expect(offsetsText([4, 0, 3])).toBe("0 and 3 to 4");
  expect(offsetsText([7])).toBe("7");
});

it("selects and clears one byte, and keeps them in order", () => {
  expect(withByte(["10"], 2)).toEqual(["2", "10"]);
  expect(withByte(["2", "10"], 2)).toEqual(["10"]);
});

it("selects a range in either direction, each byte once", () => {
  expect(withRange(["3"], 2, 4)).toEqual(["2", "3", "4"]);
  expect(withRange([], 4, 2)).toEqual(["2", "3", "4"]);
});
