import type { OrderCall } from "../../call.ts";

export const call: OrderCall = ({ socket, order }) => {
  socket.volatile.emit("order", order);
};
