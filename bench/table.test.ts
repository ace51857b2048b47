import { expect, test } from "vitest";
import { table } from "./table.ts";

test("columns are as wide as their widest cell, words left and figures right", () => {
  const text = table(
    ["", "host", "bare"],
    [
      ["p50", "0.10", "0.9"],
      ["throughput", "12000.0", "1"],
    ],
  );
  expect(text.split("\n")).toEqual([
    "               host  bare",
    "----------  -------  ----",
    "p50            0.10   0.9",
    "throughput  12000.0     1",
  ]);
});

test("a table without rows is its head", () => {
  expect(table(["a", "bb"], [])).toBe("a  bb\n-  --");
});
