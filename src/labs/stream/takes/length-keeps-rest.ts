import type { TakeCall } from "../take.ts";

export const take: TakeCall = ({ socket, got }) => {
  let rest = Buffer.alloc(0);
  socket.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE(0)) {
      const end = 2 + rest.readUInt16BE(0);
      got(String(rest.subarray(2, end)));
      rest = rest.subarray(end);
    }
  });
};
