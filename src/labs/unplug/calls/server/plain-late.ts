import type { OrderListener } from "../../call.ts";

export const call: OrderListener = ({ order, ack, carryOut, setTimeout }) => {
  carryOut(order);
  setTimeout(() => ack?.("ok"), 400);
};
