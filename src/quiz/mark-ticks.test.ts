import { expect, it } from "vitest";
import { markTicks } from "./mark-ticks.ts";

const options = [{ id: "a" }, { id: "b" }, { id: "c" }];

it("is right when the ticks are the key", () => {
  expect(markTicks(options, ["b", "a"], ["a", "b"])).toEqual({
    isRight: true,
    parts: { a: "right", b: "right" },
  });
});

it("is not right when only a part of the key is ticked", () => {
  expect(markTicks(options, ["a"], ["a", "b"])).toEqual({
    isRight: false,
    parts: { a: "right", b: "missed" },
  });
});

it("is not right when more than the key is ticked", () => {
  expect(markTicks(options, ["a", "c"], ["a"])).toEqual({
    isRight: false,
    parts: { a: "right", c: "wrong" },
  });
});
