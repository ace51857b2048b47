import type { Socket } from "socket.io";
import type { EndReason } from "#lab-kit/end-reasons.ts";

/**
 * Tells a page why its bench ended, and hangs up. After a shutdown only the connection is closed:
 * a client that was disconnected by its server does not come back by itself.
 */
export function farewell(socket: Socket, reason: EndReason): void {
  socket.emit("ended", { code: reason });
  if (reason === "shutdown") socket.conn.close();
  else socket.disconnect(true);
}
