import type { OrderItem } from "../item.ts";
import type { Kind, ToHtml } from "../kind.ts";
import { markOrder } from "../order/mark-order.ts";
import { OrderView } from "../order/OrderView.tsx";
import { isSameOrder, rightOrders } from "../order/orders.ts";
import { PlainOrder } from "../order/RightOrder.tsx";

const render = (item: OrderItem, toHtml: ToHtml): OrderItem => ({
  ...item,
  steps: item.steps.map((step) => ({
    ...step,
    text: toHtml(step.text),
    feedback: toHtml(step.feedback),
  })),
  wrongPairs: item.wrongPairs.map((pair) => ({ ...pair, feedback: toHtml(pair.feedback) })),
});

/** Three to seven steps to be put in order. */
export const order: Kind<OrderItem> = {
  triesUntilKey: 2,
  button: "Check",
  words: {
    right: ["=", "In order."],
    wrong: ["≠", "Misplaced."],
    missed: ["→", "It belongs here."],
  },
  View: OrderView,
  Plain: PlainOrder,
  task: (item) => `Put the ${item.steps.length} steps in order, with the buttons or arrow keys.`,
  missing: (_, answer) =>
    answer.length > 0 ? undefined : "this is how the steps were shuffled; move them.",
  isSame: (_, one, other) => isSameOrder(one, other),
  key: (item) => rightOrders(item)[0],
  mark: markOrder,
  verdict: ({ isRight, parts }) => {
    if (isRight) return "Right.";
    const marks = Object.values(parts);
    const rightCount = marks.filter((part) => part === "right").length;
    return `Not right: ${rightCount} of ${marks.length} steps are in order.`;
  },
  graded: (item) => [rightOrders(item).map((each) => each.join(" "))],
  render,
};
