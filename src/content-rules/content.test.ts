import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { labFacts } from "../../build/lab-facts.ts";
import { checkContent } from "./check-content.ts";
import { readContent } from "./read-content.ts";
import { listViolations } from "./violation.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("content follows its rules", async () => {
  const content = readContent(root, await labFacts(root));
  const violations = checkContent(content);
  expect(violations.length, listViolations(violations)).toBe(0);
});

test("content is read whole", async () => {
  const content = readContent(root, []);
  expect(content.lessons.map(({ slug }) => slug)).toContain("emitting");
  expect(content.quizzes.flatMap(({ items }) => items).length).toBeGreaterThan(10);
  const numbers = content.questions.map(({ number }) => Number(number.text));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  expect(content.pages).toContain("/privacy/");
});
