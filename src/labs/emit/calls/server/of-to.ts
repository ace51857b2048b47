import type { ServerCall } from "../../call.ts";

export const call: ServerCall = ({ io, namespace, event, data, room }) => {
  io.of(namespace).to(room).emit(event, data);
};
