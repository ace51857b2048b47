import { z } from "zod";
import { areUnique, common, optionId, remark, shortText } from "./common.ts";

const step = z.strictObject({ id: optionId, text: shortText, ...remark });

/** Two steps that are easily mixed up: what to say to a reader who puts `first` before `second`. */
const wrongPair = z.strictObject({ first: optionId, second: optionId, ...remark });

const stepCount = "an order has 3 to 7 steps";

interface Orders {
  steps: readonly { id: string }[];
  alsoRight: readonly (readonly string[])[];
  wrongPairs: readonly { first: string; second: string }[];
}

const rightOrders = ({ steps, alsoRight }: Orders) => [steps.map((each) => each.id), ...alsoRight];

const hasEachStepOnce = ({ steps, alsoRight }: Orders) =>
  alsoRight.every(
    (order) => new Set(order).size === steps.length && steps.every(({ id }) => order.includes(id)),
  );

const areOrdersUnique = (orders: Orders) => {
  const written = rightOrders(orders).map((order) => order.join(" "));
  return new Set(written).size === written.length;
};

const arePairsWrong = (orders: Orders) =>
  orders.wrongPairs.every(({ first, second }) =>
    rightOrders(orders).every((order) => {
      const [later, earlier] = [order.indexOf(first), order.indexOf(second)];
      return earlier >= 0 && later > earlier;
    }),
  );

/** An item whose steps, written in the right order, are to be put in order. */
export const orderItem = z
  .strictObject({
    ...common,
    kind: z.literal("order"),
    steps: z
      .array(step)
      .min(3, stepCount)
      .max(7, stepCount)
      .refine(areUnique, "two steps of one item have the same id"),
    alsoRight: z.array(z.array(optionId)).max(2, "two further right orders at most").default([]),
    wrongPairs: z.array(wrongPair).default([]),
  })
  .refine(hasEachStepOnce, "alsoRight: each order names each step once")
  .refine(areOrdersUnique, "alsoRight: an order is written twice")
  .refine(arePairsWrong, "wrongPairs: `first` comes after `second` in every right order");
