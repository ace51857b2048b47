import { expect, test } from "vitest";
import { chosenNames } from "./stages.mjs";

const names = ["types", "lint", "unit", "e2e"];

test("all stages run when none is named", () => {
  expect(chosenNames([], names)).toEqual(names);
});

test("only the named stages run, and an unknown name is refused", () => {
  expect(chosenNames(["--only=unit,e2e"], names)).toEqual(["unit", "e2e"]);
  expect(() => chosenNames(["--only=unti"], names)).toThrow("--only = unti");
});
