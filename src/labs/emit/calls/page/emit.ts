import type { PageCall } from "../../call.ts";

export const call: PageCall = ({ socket, event, data }) => {
  socket.emit(event, data);
};
