import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Ear } from "./ear.ts";
import { WatchedConnection } from "./watched-connection.ts";

/** Who wants to hear the bytes of a request and of its response, or of the connection after it. */
export type EarFor = (request: IncomingMessage, isUpgrade: boolean) => Ear | undefined;

/** Watches every connection of an HTTP server that nobody has connected to yet. */
export function watchExchanges(server: HttpServer, earFor: EarFor): void {
  const connections = new WeakMap<Socket, WatchedConnection>();
  server.on("connection", (socket: Socket) => {
    connections.set(socket, new WatchedConnection(socket));
  });
  // First of all: a handler may answer at once.
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    connections.get(request.socket)?.request(request, response, earFor(request, false));
  });
  // Node then tells of no request, and its bytes would be taken for the beginning of the next one.
  server.prependListener("checkExpectation", ({ socket }: IncomingMessage) => {
    connections.get(socket)?.giveUp();
  });
  server.prependListener("upgrade", (request: IncomingMessage) => {
    connections.get(request.socket)?.upgrade(request, earFor(request, true));
    connections.delete(request.socket);
  });
}
