import type { OrderCall } from "../../call.ts";

export const call: OrderCall = ({ socket, order, answered, failed }) => {
  socket.timeout(250).emit("order", order, (error, answer) => {
    if (error) failed(error);
    else answered(answer);
  });
};
