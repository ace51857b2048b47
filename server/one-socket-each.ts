import type { Socket } from "socket.io";

const joined = new WeakSet<Socket["conn"]>();

/**
 * Lets each connection join once. Socket.IO makes one more socket for every CONNECT packet that
 * arrives before the first is answered, so that one connection could receive each broadcast a
 * thousand times. The connection that tries is cut off.
 *
 * @returns false for the second socket of a connection
 */
export function joinOnce(socket: Socket): boolean {
  const { conn } = socket;
  if (joined.has(conn)) {
    conn.close(true);
    return false;
  }
  joined.add(conn);
  socket.on("disconnect", left);
  return true;
}

function left(this: Socket): void {
  joinAgain(this);
}

/** Lets the connection of a socket that was refused, or has left, try again. */
export function joinAgain({ conn }: Socket): void {
  joined.delete(conn);
}
