import type { OrderListener } from "../../call.ts";

export const call: OrderListener = ({ order, carryOut, known }) => {
  if (!known.has(order)) carryOut(order);
  known.add(order);
  // no call of ack
};
