import type { PageCall } from "../../call.ts";

export const call: PageCall = ({ socket, event, data, answered }) => {
  socket.emit(event, data, (answer) => answered(answer));
};
