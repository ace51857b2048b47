import { Socket } from "node:net";

/**
 * Calls `read` with all bytes that the kernel hands over on a connection from now on, and leaves who
 * reads them, and when, as it is. (A listener for `data` would set the connection going, and would
 * hear again what the WebSocket library puts back.) Returns a function that ends it.
 */
export function watchReads(socket: Socket, read: (bytes: Buffer) => void): () => void {
  const push = (bytes: Buffer | null, encoding?: BufferEncoding): boolean => {
    if (bytes) read(bytes);
    return Socket.prototype.push.call(socket, bytes, encoding);
  };
  Object.assign(socket, { push });
  return () => {
    const changed = socket as { push?: unknown };
    if (changed.push === push) delete changed.push;
  };
}
