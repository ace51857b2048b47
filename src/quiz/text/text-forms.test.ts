import { expect, it } from "vitest";
import { formsOf, PatternError } from "./text-forms.ts";

it.each([
  ["client", ["client"]],
  ["[the ]client", ["client", "the client"]],
  ["(open|start)s it", ["opens it", "starts it"]],
  ["client|browser", ["client", "browser"]],
  ["a[n[y]|ll] port", ["a port", "an port", "any port", "all port"]],
  ["(a|b)(c|d)", ["ac", "ad", "bc", "bd"]],
])("%s stands for %j", (pattern, forms) => {
  expect(formsOf(pattern)).toEqual(forms);
});

it.each(["(a", "[a", "a)", "a]", "(a]"])("%s is no pattern", (pattern) => {
  expect(() => formsOf(pattern)).toThrow(PatternError);
});

it("has no more forms than can be checked by eye", () => {
  expect(formsOf("[a]".repeat(6))).toHaveLength(7);
  expect(formsOf("(a|b)".repeat(6))).toHaveLength(64);
  expect(() => formsOf("(a|b)".repeat(7))).toThrow(PatternError);
  expect(() => formsOf("(a|b)".repeat(20))).toThrow(PatternError);
  expect(() => formsOf("a".repeat(121))).toThrow(PatternError);
});
