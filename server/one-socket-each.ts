import type { Socket } from "socket.io";

/** Namespaces that each connection has joined, or is joining. */
const joined = new WeakMap<Socket["conn"], Set<string>>();

/**
 * Lets each connection join a namespace once. Socket.IO makes one more socket for every CONNECT
 * packet that arrives before the first is answered, so that one connection could receive each
 * broadcast a thousand times. The connection that tries is cut off.
 *
 * @returns false for the second socket of a connection in one namespace
 */
export function joinOnce(socket: Socket): boolean {
  const { conn, nsp } = socket;
  const namespaces = joined.get(conn) ?? new Set();
  if (namespaces.has(nsp.name)) {
    conn.close(true);
    return false;
  }
  joined.set(conn, namespaces.add(nsp.name));
  socket.on("disconnect", left);
  return true;
}

function left(this: Socket): void {
  joinAgain(this);
}

/** Lets the connection of a socket that was refused, or has left, try that namespace again. */
export function joinAgain({ conn, nsp }: Socket): void {
  joined.get(conn)?.delete(nsp.name);
}
