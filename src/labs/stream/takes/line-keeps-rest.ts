import type { TakeCall } from "../take.ts";

export const take: TakeCall = ({ socket, got }) => {
  const decoder = new TextDecoder();
  let rest = "";
  socket.on("data", (bytes) => {
    rest += decoder.decode(bytes, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) got(line);
  });
};
