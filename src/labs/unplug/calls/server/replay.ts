import type { ReplayCall } from "../../call.ts";

export const call: ReplayCall = ({ socket, last, newest }) => {
  if (socket.recovered) return;
  for (let number = last + 1; number <= newest; number += 1) {
    socket.emit("news", number);
  }
};
