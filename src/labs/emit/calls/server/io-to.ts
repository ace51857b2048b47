import type { ServerCall } from "../../call.ts";

export const call: ServerCall = ({ io, event, data, room }) => {
  io.to(room).emit(event, data);
};
