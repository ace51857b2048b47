import { expect, test } from "vitest";
import { bitRows } from "./bit-rows.ts";
import type { AnyField } from "./byte-cell.ts";

const field = (name: string, from: number, to: number, bits?: [number, number]): AnyField => ({
  id: name,
  layer: "ipv4",
  name,
  from,
  to,
  ...(bits && { bits }),
  value: "",
  meaning: "",
  source: "",
});

const drawn = (fields: AnyField[], bitsPerRow: number, mostRows?: number) =>
  bitRows(fields, bitsPerRow, mostRows).map(({ at, pieces }) => [
    at,
    pieces.map((piece) => `${piece.field.name} ${piece.from}+${piece.bits}`).join(", "),
  ]);

test("puts fields where their bits are, counted from the header's first byte", () => {
  const fields = [
    field("version", 14, 15, [0, 4]),
    field("ihl", 14, 15, [4, 8]),
    field("ecn", 15, 16, [6, 8]),
    field("length", 16, 18),
    field("offset", 18, 20, [3, 16]),
  ];
  expect(drawn(fields, 32)).toEqual([
    [0, "version 0+4, ihl 4+4, ecn 14+2, length 16+16"],
    [4, "offset 3+13"],
  ]);
});

test("carries a long field on into the next rows", () => {
  const [first, second] = bitRows([field("a", 0, 6), field("b", 6, 8)], 32);
  expect(first?.pieces.map(({ bits, isLast }) => [bits, isLast])).toEqual([[32, false]]);
  expect(second?.pieces.map(({ field: { name }, isFirst }) => [name, isFirst])).toEqual([
    ["a", false],
    ["b", true],
  ]);
});

test("stops after so many rows", () => {
  expect(drawn([field("a", 0, 100)], 16, 2)).toEqual([
    [0, "a 0+16"],
    [2, "a 0+16"],
  ]);
});
