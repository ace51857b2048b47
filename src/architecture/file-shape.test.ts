import { expect, test } from "vitest";
import { formsIn, isNamedWell } from "./file-shape.ts";

test.each([["src/ui/Timeline.tsx"], ["src/ui/time-axis.test.ts"], ["src/labs/echo/index.astro"]])(
  "%s is named well",
  (path) => {
    expect(isNamedWell(path)).toBe(true);
  },
);

test.each([["src/ui/timeAxis.ts"], ["src/ui/TimeAxis.ts"], ["src/ui/time-line.astro"]])(
  "%s is not",
  (path) => {
    expect(isNamedWell(path)).toBe(false);
  },
);

test.each([
  ["let a: any;", "a.ts:1 holds any"],
  ["\nenum A { B }", "a.ts:2 holds an enum"],
  ['export * from "./b.ts";\nexport { c } from "./c.ts";', "a.ts:1 only passes on"],
])("%j is refused", (source, problem) => {
  expect(formsIn("a.ts", source)).toEqual([expect.stringContaining(problem)]);
});

test("the word any in a name, a text or a comment is free", () => {
  const source = 'export { b } from "./b.ts";\n// any\nexport const anyOf = "any";';
  expect(formsIn("a.ts", source)).toEqual([]);
});
