import { expect, test } from "vitest";
import { listViolations } from "./violation.ts";

const at = (file: string, line: number) => ({
  file,
  line,
  expected: "a term",
  found: "waves",
  mend: "Correct the name.",
});

test("all violations stand in one message, in the order of files and lines", () => {
  const message = listViolations([at("b.md", 3), at("a.md", 20), at("a.md", 7)]);
  expect(message).toMatch(/3 places.*a\.md:7.*a\.md:20.*b\.md:3/s);
});

test("a violation says what is expected, what is there and how to mend it", () => {
  expect(listViolations([at("a.md", 7)])).toBe(
    "Content breaks its rules in one place.\n\na.md:7\n  expected: a term\n  found:    waves\n  mend:     Correct the name.",
  );
});
