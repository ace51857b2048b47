import type { Socket } from "socket.io-client";
import type { LeaseKind } from "./lease-table.ts";
import type { Leases } from "./leases.ts";

/** How a socket gets its lease. */
export interface PollLeaseOptions {
  kind: LeaseKind;
  leases: Leases;
  /** It would connect, but there is no lease for it; or that is over. */
  waits(isWaiting: boolean): void;
}

/** Whether a client, as it is set, may come to poll. */
export function mayPoll({ io }: Socket): boolean {
  const { transports } = io.opts;
  return transports === undefined || (transports as readonly unknown[]).includes("polling");
}

/**
 * Lets a client poll only while it holds a lease. Its `connect` waits for one, its `disconnect`
 * gives it back, and so does the change to WebSocket. A client that never polls is left as it is.
 */
export function leasePolls(socket: Socket, { kind, leases, waits }: PollLeaseOptions): void {
  const connect = socket.connect.bind(socket);
  const disconnect = socket.disconnect.bind(socket);
  let giveBack: (() => void) | undefined;
  let isHeld = false;
  const leased = (isHeldNow: boolean) => {
    isHeld = isHeldNow;
    waits(!isHeld);
    if (isHeld) connect();
    else disconnect();
  };
  const ask = () => {
    giveBack ??= leases.ask(kind, leased);
  };
  const release = () => {
    if (!giveBack) return;
    giveBack();
    giveBack = undefined;
    isHeld = false;
    waits(false);
  };
  socket.connect = () => {
    if (isHeld || socket.active || !mayPoll(socket)) connect();
    else ask();
    return socket;
  };
  socket.disconnect = () => {
    release();
    return disconnect();
  };
  // The client's own attempts begin by polling again.
  socket.io.on("reconnect_attempt", () => {
    if (isHeld || !mayPoll(socket)) return;
    disconnect();
    ask();
  });
  socket.on("connect", () => {
    const { engine } = socket.io;
    if (engine.transport.name !== "polling") release();
    else engine.once("upgrade", release);
  });
}
