import type { ServerCall } from "../../call.ts";

export const call: ServerCall = ({ io, event, data }) => {
  io.emit(event, data);
};
