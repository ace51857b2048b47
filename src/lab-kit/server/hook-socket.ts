import type { Socket } from "socket.io";

/** Who hears what passes at a socket, in the middle of it: be quick. */
export interface SocketWatch {
  /** Whether this event goes on to middlewares and listeners. */
  lets(packet: unknown[], socket: Socket): boolean;
  /** The library writes this packet to the socket; acknowledgements are none. */
  wrote(packet: readonly unknown[], socket: Socket): void;
  left(socket: Socket, reason: string): void;
}

const watchOf = Symbol("watch");

/**
 * The parts of Socket.IO's socket (4.8) through which each event passes. Its public hooks are
 * `use` and `onAnyOutgoing`: each keeps an array of seventeen places and makes a copy of it for
 * each event, and for each recipient of a broadcast.
 */
interface Inner {
  dispatch(packet: unknown[]): void;
  notifyOutgoingListeners(packet: { data?: unknown[] }): void;
  [watchOf]: SocketWatch;
}

/** Lets `watch` hear this socket as long as it lives, before any hook of a lab. */
export function hookSocket(socket: Socket, watch: SocketWatch): void {
  Object.assign(socket, { dispatch, notifyOutgoingListeners, [watchOf]: watch });
  socket.on("disconnect", left);
}

// The functions are shared by all sockets: closures for each would cost memory.

function dispatch(this: Inner, packet: unknown[]): void {
  if (this[watchOf].lets(packet, asSocket(this))) protoOf(this).dispatch.call(this, packet);
}

function notifyOutgoingListeners(this: Inner, packet: { data?: unknown[] }): void {
  this[watchOf].wrote(packet.data ?? [], asSocket(this));
  protoOf(this).notifyOutgoingListeners.call(this, packet);
}

function left(this: unknown, reason: string): void {
  const inner = this as Inner;
  inner[watchOf].left(asSocket(inner), reason);
}

const asSocket = (inner: Inner): Socket => inner as unknown as Socket;
const protoOf = (inner: Inner): Inner => Object.getPrototypeOf(inner);
