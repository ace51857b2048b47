import type { OrderItem } from "../item.ts";
import type { Answer, Mark, Part } from "../kind.ts";
import { inOrder } from "./in-order.ts";
import { rightOrders } from "./orders.ts";

const nearest = (item: OrderItem, answer: Answer): Answer =>
  rightOrders(item)
    .map((right) => inOrder(answer, right))
    .reduce((best, steps) => (steps.length > best.length ? steps : best));

/** The mixed-up pairs of an answer, each at the step that is misplaced. */
const pairNotes = (item: OrderItem, answer: Answer, isMisplaced: (id: string) => boolean) =>
  item.wrongPairs
    .filter(({ first, second }) => answer.indexOf(first) < answer.indexOf(second))
    .map(({ first, second, feedback }) => ({
      step: isMisplaced(first) ? first : second,
      feedback,
    }));

/**
 * Marks an order: right are the steps of the longest part that keeps a right order, and the others
 * are misplaced. So one step at the wrong end does not make all the others wrong.
 */
export const markOrder = (item: OrderItem, answer: Answer): Mark => {
  const kept = nearest(item, answer);
  const partOf = (id: string): Part => (kept.includes(id) ? "right" : "wrong");
  const ofPairs = pairNotes(item, answer, (id) => partOf(id) === "wrong");
  const noteOf = (id: string, feedback: string): string => {
    const mine = ofPairs.filter(({ step }) => step === id).map((pair) => pair.feedback);
    return mine.length > 0 ? mine.join(" ") : feedback;
  };
  const misplaced = item.steps.filter(({ id }) => partOf(id) === "wrong");
  return {
    isRight: misplaced.length === 0,
    parts: Object.fromEntries(item.steps.map(({ id }) => [id, partOf(id)])),
    notes: Object.fromEntries(misplaced.map(({ id, feedback }) => [id, noteOf(id, feedback)])),
  };
};
