// @vitest-environment happy-dom
import { h, render } from "preact";
import { expect, it } from "vitest";
import type { PredictItem } from "../item.ts";
import { samplePredict } from "../items.fixture.ts";
import type { Answer } from "../kind.ts";
import { predict } from "./predict.tsx";

const item = samplePredict as PredictItem;

/** The answer after a click on one option. */
const clickOn = (answer: Answer, id: string, pick: PredictItem["pick"] = "some"): Answer => {
  const place = document.body.appendChild(document.createElement("div"));
  let next = answer;
  const onAnswer = (given: Answer) => {
    next = given;
  };
  const { words } = predict;
  const view = {
    item: { ...item, pick },
    answer,
    parts: {},
    notes: {},
    marked: [],
    shownKey: undefined,
    run: undefined,
    onCheck: () => {},
    words,
    isLocked: false,
    name: "x",
    onAnswer,
  };
  render(h(predict.View, view), place);
  place.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.click();
  place.remove();
  return next;
};

it("ticks several", () => {
  expect(clickOn(["Ann"], "Bob")).toEqual(["Ann", "Bob"]);
  expect(clickOn(["Ann", "Bob"], "Ann")).toEqual(["Bob"]);
});

it("lets nobody stand alone", () => {
  expect(clickOn(["Ann", "Bob"], "nobody")).toEqual(["nobody"]);
  expect(clickOn(["nobody"], "Bob")).toEqual(["Bob"]);
  expect(clickOn(["nobody"], "nobody")).toEqual([]);
});

it("takes one when one is asked for", () => {
  expect(clickOn(["Ann"], "Bob", "one")).toEqual(["Bob"]);
});
