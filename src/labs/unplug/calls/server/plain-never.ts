import type { OrderHandler } from "../../call.ts";

export const call: OrderHandler = ({ order, carryOut }) => {
  carryOut(order);
  // no call of ack
};
