import type { Server as HttpServer } from "node:http";
import type { Socket } from "node:net";
import { socketGroup } from "./address.ts";

/** Drops TCP connections of an address that has `most` of them, whatever is asked on them. */
export function boundConnections(server: HttpServer, most: number): void {
  const counts = new Map<string, number>();
  const groups = new WeakMap<Socket, string>();
  /** One listener for all connections: each closure would cost memory. */
  function closed(this: Socket): void {
    const group = groups.get(this) ?? "";
    const left = (counts.get(group) ?? 1) - 1;
    if (left > 0) counts.set(group, left);
    else counts.delete(group);
  }
  server.prependListener("connection", (socket: Socket) => {
    const group = socketGroup(socket.remoteAddress);
    const count = counts.get(group) ?? 0;
    if (count >= most) {
      socket.destroy();
      return;
    }
    counts.set(group, count + 1);
    groups.set(socket, group);
    socket.on("close", closed);
  });
}
