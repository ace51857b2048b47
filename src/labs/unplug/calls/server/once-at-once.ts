import type { OrderHandler } from "../../call.ts";

export const call: OrderHandler = ({ order, ack, carryOut, known }) => {
  if (!known.has(order)) carryOut(order);
  known.add(order);
  ack?.("ok");
};
