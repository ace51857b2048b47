import type { ServerCall } from "../../call.ts";

export const call: ServerCall = ({ io, event, data }) => {
  io.to("red").to("blue").emit(event, data);
};
