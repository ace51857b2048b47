import type { OrderCall } from "../../call.ts";

export const call: OrderCall = ({ socket, order }) => {
  socket.emit("order", order);
};
