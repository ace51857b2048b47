import type { OrderHandler } from "../../call.ts";

export const call: OrderHandler = ({ order, carryOut, known }) => {
  if (!known.has(order)) carryOut(order);
  known.add(order);
  // no call of ack
};
