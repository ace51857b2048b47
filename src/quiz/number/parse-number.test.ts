import { expect, it } from "vitest";
import { parseNumber } from "./parse-number.ts";

it.each([
  ["15", 15],
  [" 15 ", 15],
  ["1500", 1500],
  ["1,500", 1500],
  ["1,000,000", 1_000_000],
  ["1,500.25", 1500.25],
  ["1 500", 1500],
  ["1\u00a0500", 1500],
  ["1\u202f000\u202f000", 1_000_000],
  ["1'500", 1500],
  ["1_500", 1500],
  ["0.5", 0.5],
  ["0,5", 0.5],
  ["0.125", 0.125],
  ["0,125", 0.125],
  ["-3", -3],
  ["−3", -3],
  ["1e6", 1_000_000],
  ["0x0f", 15],
  ["15 bytes", 15],
  ["15bytes", 15],
  ["15 Bytes", 15],
])("reads %j as %d", (typed, value) => {
  expect(parseNumber(typed, "bytes")).toEqual({ ok: true, value });
});

it.each([
  ["", "empty"],
  ["   ", "empty"],
  ["bytes", "empty"],
  ["fifteen", "not-a-number"],
  ["15 apples", "not-a-number"],
  ["1 2", "not-a-number"],
  ["1,2,3", "not-a-number"],
  ["1.500.000", "not-a-number"],
  ["--3", "not-a-number"],
  ["Infinity", "not-a-number"],
  ["1e999", "not-a-number"],
  ["1.500", "two-ways"],
])("does not read %j: %s", (typed, failure) => {
  expect(parseNumber(typed, "bytes")).toEqual({ ok: false, failure });
});
