import type { ServerCall } from "../../call.ts";

export const call: ServerCall = ({ io, namespace, event, data }) => {
  io.of(namespace).emit(event, data);
};
