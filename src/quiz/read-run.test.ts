import { expect, it } from "vitest";
import type { PredictItem } from "./item.ts";
import { samplePredict } from "./items.fixture.ts";
import type { LabRun } from "./lab-run.ts";
import { readRun } from "./read-run.ts";

const item = samplePredict as PredictItem;
const run: LabRun = { lab: "emit", preset: "broadcast", observations: [] };

it("keeps those answers that are options of the item", () => {
  const answers = { receivers: () => ["Cem", "Dee", "Bob"] };
  expect(readRun(item, answers, run)).toEqual({
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
  const read = readRun(item, { receivers: () => ["Bob"] }, { ...run, observations });
  expect(read).toMatchObject({ value: { provenance: "recorded" } });
});

it("fails when the lab does not know the question, or no option came true", () => {
  expect(readRun(item, {}, run)).toEqual({ ok: false, failure: "no-answer" });
  expect(readRun(item, { receivers: () => ["Dee"] }, run)).toMatchObject({ ok: false });
});
