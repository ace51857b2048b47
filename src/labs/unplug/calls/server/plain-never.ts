import type { OrderListener } from "../../call.ts";

export const call: OrderListener = ({ order, carryOut }) => {
  carryOut(order);
  // no call of ack
};
