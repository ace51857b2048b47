import type { NewsCall } from "../../call.ts";

export const call: NewsCall = ({ io, number }) => {
  io.emit("news", number);
};
