import type { ServerCall } from "../../call.ts";

export const call: ServerCall = ({ io, namespace, event, data, room }) => {
  io.of(namespace).except(room).emit(event, data);
};
