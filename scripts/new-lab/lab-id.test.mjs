import { expect, test } from "vitest";
import { checkLabId } from "./lab-id.mjs";

const taken = ["echo", "emit"];

test.each(["wire", "packet-loss", "layer-2", "x"])("%s can be the id of a lab", (id) => {
  expect(() => checkLabId(id, taken)).not.toThrow();
});

test.each([
  [undefined, "Give the new lab an id"],
  ["Wire", "must be words of lower-case letters and digits"],
  ["2-layers", "must be words of lower-case letters and digits"],
  ["packet--loss", "joined by hyphens"],
  ["wire-", "joined by hyphens"],
  ["../wire", "must be words of lower-case letters and digits"],
  ["w".repeat(41), "must have at most 40 characters"],
  ["index", "is reserved"],
  ["echo", "is taken by src/labs/echo"],
])("%s cannot, and the sentence says why", (id, reason) => {
  expect(() => checkLabId(id, taken)).toThrow(reason);
});
