import type { TakeCall } from "../take.ts";

export const take: TakeCall = ({ socket, got }) => {
  socket.on("data", (bytes) => {
    if (bytes.length < 2) return;
    const size = bytes.readUInt16BE(0);
    got(String(bytes.subarray(2, 2 + size)));
  });
};
