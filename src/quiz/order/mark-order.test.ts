import { expect, it } from "vitest";
import type { OrderItem } from "../item.ts";
import { sampleOrder } from "../items.fixture.ts";
import { markOrder } from "./mark-order.ts";
import { rightOrders, startOrder } from "./orders.ts";

const item = sampleOrder as OrderItem;
const wrongIn = (order: string[], of = item) =>
  Object.entries(markOrder(of, order).parts)
    .filter(([, part]) => part === "wrong")
    .map(([id]) => id);

it("is right in the written order", () => {
  expect(markOrder(item, ["get", "answer", "frame", "close"])).toMatchObject({ isRight: true });
});

it("finds one step misplaced when one was carried to the other end", () => {
  expect(wrongIn(["close", "get", "answer", "frame"])).toEqual(["close"]);
  expect(wrongIn(["answer", "frame", "close", "get"])).toEqual(["get"]);
});

it("leaves one step of a reversed order", () => {
  expect(wrongIn(["close", "frame", "answer", "get"])).toHaveLength(3);
});

it("says what a mixed-up pair means, and else what the step says", () => {
  const mixedUp = markOrder(item, ["answer", "get", "frame", "close"]);
  expect(Object.values(mixedUp.notes ?? {})).toEqual(["Nobody answers unasked."]);
  const other = markOrder(item, ["get", "answer", "close", "frame"]);
  expect(Object.values(other.notes ?? {})[0]).toMatch(/^Note on (close|frame)\.$/);
});

it("takes a further right order, and measures against the nearest", () => {
  const two = { ...item, alsoRight: [["answer", "get", "frame", "close"]] };
  expect(wrongIn(["answer", "get", "frame", "close"], two)).toEqual([]);
  expect(wrongIn(["answer", "get", "close", "frame"], two)).toHaveLength(1);
});

it("starts in the same order each time, and never in a right one", () => {
  const three = { ...item, steps: item.steps.slice(0, 3) };
  for (let index = 0; index < 200; index += 1) {
    const one = { ...three, id: `order-${index}`, alsoRight: [["answer", "get", "frame"]] };
    const start = startOrder(one);
    expect(start.toSorted()).toEqual(["answer", "frame", "get"]);
    expect(rightOrders(one)).not.toContainEqual(start);
    expect(startOrder(one)).toEqual(start);
  }
});
