import type { OrderHandler } from "../../call.ts";

export const call: OrderHandler = ({ order, ack, carryOut }) => {
  carryOut(order);
  ack?.("ok");
};
