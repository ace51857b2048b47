import type { OrderCall } from "../../call.ts";

export const call: OrderCall = ({ socket, order }) => {
  // const socket = io({ retries: 2, ackTimeout: 250 });
  socket.emit("order", order);
};
