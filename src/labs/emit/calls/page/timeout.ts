import type { PageCall } from "../../call.ts";

export const call: PageCall = ({ socket, event, data, answered, failed }) => {
  socket.timeout(1000).emit(event, data, (error, answer) => {
    if (error) failed(error);
    else answered(answer);
  });
};
