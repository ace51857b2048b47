import type { OrderCall } from "../../call.ts";

export const call: OrderCall = ({ socket, order, answered, failed }) => {
  // const socket = io({ retries: 2, ackTimeout: 250 });
  socket.emit("order", order, (error, answer) => {
    if (error) failed(error);
    else answered(answer);
  });
};
