import type { RequestListener } from "node:http";
import type { Socket } from "node:net";

/** Requests of one connection that wait for the answer to an earlier one. Browsers let none wait. */
const mostWaiting = 32;

const waiting = new WeakMap<Socket, number>();

/** Breaks a connection on which too many requests wait, and answers none that came with them. */
export const boundUnanswered =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    const { socket } = request;
    if (socket.destroyed) return;
    // The first one has the connection; only the others are counted.
    if (response.socket === null && isOneTooMany(socket)) {
      socket.destroy();
      return;
    }
    if (response.socket === null) response.once("socket", began);
    answer(request, response);
  };

function isOneTooMany(socket: Socket): boolean {
  const count = (waiting.get(socket) ?? 0) + 1;
  waiting.set(socket, count);
  return count > mostWaiting;
}

/** An answer has its turn. */
function began(socket: Socket): void {
  waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
}
