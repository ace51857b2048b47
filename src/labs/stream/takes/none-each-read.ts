import type { TakeCall } from "../take.ts";

export const take: TakeCall = ({ socket, got }) => {
  socket.on("data", (bytes) => {
    got(String(bytes));
  });
};
