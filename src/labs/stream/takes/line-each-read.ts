import type { TakeCall } from "../take.ts";

export const take: TakeCall = ({ socket, got }) => {
  socket.on("data", (bytes) => {
    for (const line of String(bytes).split("\n")) {
      if (line !== "") got(line);
    }
  });
};
