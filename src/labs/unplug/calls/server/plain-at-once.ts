import type { OrderListener } from "../../call.ts";

export const call: OrderListener = ({ order, ack, carryOut }) => {
  carryOut(order);
  ack?.("ok");
};
