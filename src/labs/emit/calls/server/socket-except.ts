import type { HandlerCall } from "../../call.ts";

export const call: HandlerCall = ({ socket, event, data, room }) => {
  socket.except(room).emit(event, data);
};
