import { expect, it } from "vitest";
import { sampleChoice, samplePredict } from "../quiz/items.fixture.ts";
import { bankLesson } from "./bank-lesson.ts";

const source = {
  slug: "tcp",
  title: "TCP",
  objectives: ["who-hears"],
  items: [sampleChoice, samplePredict],
};

it("lists the questions of a lesson without their texts, each with the hash of its key", () => {
  const { items } = bankLesson(source, () => true);
  expect(items).toEqual([
    {
      id: "sample-choice",
      hash: expect.any(String),
      objective: "who-hears",
      kind: "choice",
      side: "tcp",
    },
    {
      id: "sample-predict",
      hash: expect.any(String),
      objective: "who-hears",
      kind: "predict",
      side: "tcp",
    },
  ]);
  expect(JSON.stringify(items)).not.toContain("Who hears");
});

it("tells questions whose run is not recorded, and the hash changes with the key alone", () => {
  const [choice, predict] = bankLesson(source, () => false).items;
  expect([choice?.needsLab, predict?.needsLab]).toEqual([undefined, true]);
  const worded = { ...sampleChoice, prompt: "Who is it that hears `news`?" };
  const rekeyed = {
    ...sampleChoice,
    options:
      sampleChoice.kind === "choice"
        ? sampleChoice.options
            .toReversed()
            .map((option, index) => ({ ...option, correct: index === 0 }))
        : [],
  } as typeof sampleChoice;
  const hashes = bankLesson({ ...source, items: [worded, rekeyed] }, () => true).items;
  expect(hashes[0]?.hash).toBe(choice?.hash);
  expect(hashes[1]?.hash).not.toBe(choice?.hash);
});
