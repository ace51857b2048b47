import { expect, test } from "vitest";
import { isShownIn, matches, readExpectation } from "./expectation.ts";

const written = { what: "written", atMs: 3, write: { recipients: ["Bob", "Cem"], except: [] } };

test.each([
  ["a part of it", { what: "written" }],
  ["a part of a part, lists in any order", { write: { recipients: ["Cem", "Bob"] } }],
  ["an empty list", { write: { except: [] } }],
])("an observation matches %s", (_, pattern) => {
  expect(matches(pattern, written)).toBe(true);
});

test.each([
  ["another value", { what: "arrived" }],
  ["a part of a list", { write: { recipients: ["Bob"] } }],
  ["a list with another name", { write: { recipients: ["Bob", "Ann"] } }],
  ["a key that it has not", { where: "Bob" }],
])("an observation does not match %s", (_, pattern) => {
  expect(matches(pattern, written)).toBe(false);
});

test("none is shown when no observation matches", () => {
  const absence = readExpectation({ none: { what: "arrived" } });
  expect(isShownIn(absence, [written])).toBe(true);
  expect(isShownIn(absence, [written, { what: "arrived" }])).toBe(false);
});

test.each([{}, { none: {} }, undefined, "written"])("refuses %j, which names nothing", (value) => {
  expect(() => readExpectation(value)).toThrow("must name a part");
});
