import type { SocketSay } from "../../call.ts";

export const call = ({ socket, line }: SocketSay) => {
  socket.write(`${line}\n`);
};
