import type { HandlerCall } from "../../call.ts";

export const call: HandlerCall = ({ ack }) => {
  ack?.("got it");
};
