import type { HandlerCall } from "../../call.ts";

export const call: HandlerCall = ({ socket, event, data }) => {
  socket.to("red").to("blue").emit(event, data);
};
