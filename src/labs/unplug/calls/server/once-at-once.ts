import type { OrderListener } from "../../call.ts";

export const call: OrderListener = ({ order, ack, carryOut, known }) => {
  if (!known.has(order)) carryOut(order);
  known.add(order);
  ack?.("ok");
};
