import type { ServerCall } from "../../call.ts";

export const call: ServerCall = ({ io, namespace, event, data }) => {
  io.of(namespace).to("red").to("blue").emit(event, data);
};
