import type { Socket } from "socket.io-client";

const givesUpAfterMs = 5000;

/** Waits until a client hears an event. @throws after five seconds */
export const heard = (socket: Socket, event: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} within 5 s`)), givesUpAfterMs);
    socket.once(event, (value: unknown) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
