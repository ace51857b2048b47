import type { Socket } from "socket.io-client";
import { mayPoll } from "./lease-polls.ts";

/** Transport of the control channel while that is connected. */
export type ControlTransport = "polling" | "websocket" | undefined;

/** Where WebSocket works for the control channel, one failure more may be a chance. */
const attempts = { polling: 1, websocket: 2 };

/**
 * Lets a WebSocket-only client poll when its WebSocket is refused or swallowed although the control
 * channel lives. Polls need a lease: without one it stays disconnected.
 */
export function fallBackToPolling(socket: Socket, control: () => ControlTransport): void {
  let failures = 0;
  socket.on("connect", () => {
    failures = 0;
  });
  socket.on("connect_error", (error: Error & { data?: unknown }) => {
    const transport = control();
    // A refusal by the server's middleware came over a WebSocket that works.
    if (!transport || error.message === "gone" || mayPoll(socket)) return;
    failures += 1;
    if (failures < attempts[transport]) return;
    socket.disconnect();
    socket.io.opts.transports = ["polling"];
    socket.connect();
  });
}
