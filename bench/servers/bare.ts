/** The measure of all things: one Socket.IO server, attached to an HTTP server, nothing else. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { answer, ready } from "./answers.ts";
import { broadcastLoop } from "./broadcast-loop.ts";

const httpServer = createServer();
const io = new Server(httpServer);
io.on("connection", (socket) => {
  socket.on("news", (data) => io.emit("news", data));
  socket.on("broadcast", (count: number) => broadcastLoop(io, count));
});
httpServer.listen(0, "127.0.0.1", () => ready((httpServer.address() as AddressInfo).port));
answer(() => {
  throw new Error("bare: there are no benches here");
});
