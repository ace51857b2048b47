import type { ServerCall } from "../../call.ts";

export const call: ServerCall = ({ io, event, data, room }) => {
  io.except(room).emit(event, data);
};
