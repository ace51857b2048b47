import type { Answer } from "../kind.ts";

/** The order with one step moved up (-1) or down (1); the same when there is no place for it. */
export const moved = (order: Answer, id: string, by: -1 | 1): Answer => {
  const index = order.indexOf(id);
  const other = order[index + by];
  if (other === undefined) return order;
  return order.map((each) => (each === id ? other : each === other ? id : each));
};
