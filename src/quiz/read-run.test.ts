import { expect, it } from "vitest";
import type { BytesItem, PredictItem } from "./item.ts";
import { sampleBytes, samplePredict } from "./items.fixture.ts";
import type { ByteAnswers, LabAnswers, LabRun } from "./lab-run.ts";
import { readRun } from "./read-run.ts";

const item = samplePredict as PredictItem;
const run: LabRun = { lab: "emit", preset: "broadcast", observations: [] };

const receivers = (...names: string[]): LabAnswers => ({
  answers: { receivers: () => names },
  byteAnswers: {},
});

it("keeps those answers that are options of the item", () => {
  expect(readRun(item, receivers("Cem", "Dee", "Bob"), run)).toEqual({
    ok: true,
    value: { key: ["Bob", "Cem"], provenance: "observed" },
  });
});

it("takes the run's weakest provenance", () => {
  const observation = {
    seq: 0,
    atMs: 0,
    clock: "page",
    where: "Bob",
    what: "arrived",
    event: "news",
  } as const;
  const observations = [observation, { ...observation, provenance: "recorded" } as const];
  const read = readRun(item, receivers("Bob"), { ...run, observations });
  expect(read).toMatchObject({ value: { provenance: "recorded" } });
});

it("fails when the lab does not know the question, or no option came true", () => {
  expect(readRun(item, { answers: {}, byteAnswers: {} }, run)).toEqual({
    ok: false,
    failure: "no-answer",
  });
  expect(readRun(item, receivers("Dee"), run)).toMatchObject({ ok: false });
});

it("takes bytes, their key, and the bytes of other questions that the item speaks of", () => {
  const byteAnswers: ByteAnswers = {
    "masking-key": () => ({ hex: "8183aabbccdd102030", key: [2, 3, 4, 5] }),
    payload: () => ({ hex: "8183aabbccdd102030", key: [6, 7, 8] }),
  };
  expect(readRun(sampleBytes as BytesItem, { answers: {}, byteAnswers }, run)).toEqual({
    ok: true,
    value: {
      key: ["2", "3", "4", "5"],
      provenance: "observed",
      bytes: { hex: "8183aabbccdd102030", others: { payload: [6, 7, 8] } },
    },
  });
});

it("fails when a run has no such bytes, or none of them is right", () => {
  const bytes = sampleBytes as BytesItem;
  const read = (byteAnswers: ByteAnswers) => readRun(bytes, { answers: {}, byteAnswers }, run);
  expect(read({}).ok).toBe(false);
  expect(read({ "masking-key": () => undefined }).ok).toBe(false);
  expect(read({ "masking-key": () => ({ hex: "8800", key: [] }) }).ok).toBe(false);
});
