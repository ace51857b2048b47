import type { PageCallId, ServerCallId } from "./model.ts";

/** Short names of the calls for the lists to choose from. The whole line stands in its own file. */
export const pageCallLabels: Readonly<Record<PageCallId, string>> = {
  emit: "socket.emit",
  ack: "socket.emit, with acknowledgement",
  timeout: "socket.timeout(1000).emit",
  volatile: "socket.volatile.emit",
};

export const serverCallLabels: Readonly<Record<ServerCallId, string>> = {
  nothing: "nothing",
  reply: "ack(…)",
  "socket-emit": "socket.emit",
  "io-emit": "io.emit",
  broadcast: "socket.broadcast.emit",
  "io-to": "io.to(room).emit",
  "socket-to": "socket.to(room).emit",
  "io-except": "io.except(room).emit",
  "socket-except": "socket.except(room).emit",
  "two-rooms": "io.to(red).to(blue).emit",
  "two-rooms-but-me": "socket.to(red).to(blue).emit",
  "of-emit": "io.of(namespace).emit",
  "of-to": "io.of(namespace).to(room).emit",
  "of-except": "io.of(namespace).except(room).emit",
  "of-two-rooms": "io.of(namespace).to(red).to(blue).emit",
};
