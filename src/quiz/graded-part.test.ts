import { expect, it } from "vitest";
import { hashOf } from "#progress/hash.ts";
import { gradedPart } from "./graded-part.ts";
import type {
  ChoiceItem,
  MatchItem,
  NumberItem,
  OrderItem,
  PredictItem,
  TextItem,
} from "./item.ts";
import {
  sampleChoice,
  sampleMatch,
  sampleNumber,
  sampleOrder,
  samplePredict,
  sampleText,
} from "./items.fixture.ts";

const choice = sampleChoice as ChoiceItem;
const predict = samplePredict as PredictItem;

it("stays the same when a text or the order of options changes", () => {
  const [first, ...rest] = choice.options;
  if (!first) throw new Error("the fixture has options");
  const options = [...rest, { ...first, text: "Mended.", feedback: "Mended too." }];
  const mended = { ...choice, prompt: "Who hears it?", explain: "Mended.", options };
  expect(gradedPart(mended)).toBe(gradedPart(choice));
});

it("changes with the key, an option, and the kind", () => {
  const flipped = choice.options.map((option) => ({ ...option, correct: !option.correct }));
  const fewer = choice.options.slice(1);
  const parts = [
    gradedPart(choice),
    gradedPart({ ...choice, options: flipped }),
    gradedPart({ ...choice, options: fewer }),
    gradedPart({ ...choice, kind: "multi" }),
  ];
  expect(new Set(parts).size).toBe(4);
});

it("changes with the lab, the preset and the question of a predict", () => {
  const parts = [
    gradedPart(predict),
    gradedPart({ ...predict, lab: "wire" }),
    gradedPart({ ...predict, preset: "ack" }),
    gradedPart({ ...predict, ask: "ack" }),
  ];
  expect(new Set(parts).size).toBe(4);
});

it("gives the sample the hash that readers already have", () => {
  expect(hashOf(gradedPart(choice))).toBe("2k8ff3te0lzwn");
});

it("is the steps in their right orders, the pairs, and the accepted numbers of other kinds", () => {
  const order = sampleOrder as OrderItem;
  const match = sampleMatch as MatchItem;
  const number = sampleNumber as NumberItem;
  const text = sampleText as TextItem;
  const parts = [
    gradedPart(text),
    gradedPart({ ...text, accept: ["port"] }),
    gradedPart({ ...text, forgives: [] }),
    gradedPart(order),
    gradedPart({ ...order, steps: order.steps.toReversed() }),
    gradedPart({ ...order, alsoRight: [["answer", "get", "frame", "close"]] }),
    gradedPart(match),
    gradedPart({ ...match, left: match.left.map((each) => ({ ...each, right: "nine" })) }),
    gradedPart(number),
    gradedPart({ ...number, accept: [16] }),
    gradedPart({ ...number, unit: "bits" }),
  ];
  expect(new Set(parts).size).toBe(parts.length);
  expect(gradedPart({ ...match, left: match.left.toReversed() })).toBe(gradedPart(match));
  expect(gradedPart({ ...text, near: [], answer: "dynamic port" })).toBe(gradedPart(text));
  expect(gradedPart({ ...number, likely: [], otherwise: "Mended." })).toBe(gradedPart(number));
});
