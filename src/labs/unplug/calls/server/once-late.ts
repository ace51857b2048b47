import type { OrderListener } from "../../call.ts";

export const call: OrderListener = ({ order, ack, carryOut, known, setTimeout }) => {
  if (!known.has(order)) carryOut(order);
  known.add(order);
  setTimeout(() => ack?.("ok"), 400);
};
