import { expect, it } from "vitest";
import { toggled } from "./toggled.ts";

it("ticks and takes back", () => {
  expect(toggled([], "Ann", true)).toEqual(["Ann"]);
  expect(toggled(["Ann"], "Bob", true)).toEqual(["Ann", "Bob"]);
  expect(toggled(["Ann", "Bob"], "Ann", false)).toEqual(["Bob"]);
});

it("lets none stand alone", () => {
  expect(toggled(["Ann", "Bob"], "none", true)).toEqual(["none"]);
  expect(toggled(["none"], "Bob", true)).toEqual(["Bob"]);
});
