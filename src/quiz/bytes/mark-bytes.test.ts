import { expect, it } from "vitest";
import type { BytesItem } from "../item.ts";
import { sampleBytes } from "../items.fixture.ts";
import type { RunKey } from "../lab-run.ts";
import { markBytes, selectionNote } from "./mark-bytes.ts";

const item = sampleBytes as BytesItem;
const run: RunKey = {
  key: ["2", "3"],
  provenance: "observed",
  bytes: { hex: "8183aabbccdd", others: { payload: [3, 4] } },
};
const noteOn = (...answer: string[]) => markBytes(item, answer, run).notes?.[selectionNote];

it("is right when the selection is the key, in whatever order", () => {
  expect(markBytes(item, ["3", "2"], run)).toEqual({
    isRight: true,
    parts: { "2": "right", "3": "right" },
  });
});

it("marks each byte, and what is missing", () => {
  expect(markBytes(item, ["3", "4"], run).parts).toEqual({
    "2": "missed",
    "3": "right",
    "4": "wrong",
  });
});

it("takes bytes for those of another question only where they are not right as well", () => {
  expect(noteOn("4")).toBe("That is the payload.");
  expect(noteOn("3")).toBe("It has four bytes.");
  expect(noteOn("0")).toBe("It has four bytes.");
});
