import type { PageCall } from "../../call.ts";

export const call: PageCall = ({ socket, event, data }) => {
  socket.volatile.emit(event, data);
};
