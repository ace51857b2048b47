import type { OrderHandler } from "../../call.ts";

export const call: OrderHandler = ({ order, ack, carryOut, setTimeout }) => {
  carryOut(order);
  setTimeout(() => ack?.("ok"), 400);
};
