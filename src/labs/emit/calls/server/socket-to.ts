import type { HandlerCall } from "../../call.ts";

export const call: HandlerCall = ({ socket, event, data, room }) => {
  socket.to(room).emit(event, data);
};
