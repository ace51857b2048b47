import type { HandlerCall } from "../../call.ts";

export const call: HandlerCall = ({ socket, event, data }) => {
  socket.emit(event, data);
};
