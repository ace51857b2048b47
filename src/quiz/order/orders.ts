import { hashOf } from "#progress/hash.ts";
import type { OrderItem } from "../item.ts";
import type { Answer } from "../kind.ts";

/** Every order that is right; the first is the one that is shown. */
export const rightOrders = ({ steps, alsoRight }: OrderItem): readonly Answer[] => [
  steps.map((step) => step.id),
  ...alsoRight,
];

/** Whether two answers are the same steps in the same order. */
export const isSameOrder = (one: Answer, other: Answer): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

/**
 * The order in which the steps lie before the reader has moved any: mixed by the item's id, so that
 * it is the same at each visit, and never a right one.
 */
export const startOrder = (item: OrderItem): Answer => {
  const rights = rightOrders(item);
  for (let salt = 0; ; salt += 1) {
    const rankOf = (id: string) => hashOf(`${item.id} ${salt} ${id}`);
    const mixed = item.steps.map((step) => step.id);
    mixed.sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));
    if (!rights.some((right) => isSameOrder(right, mixed))) return mixed;
  }
};
