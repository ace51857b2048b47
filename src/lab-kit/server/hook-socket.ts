import type { Socket } from "socket.io";

/** A subject's socket, in the namespace that it is of. */
export interface Named {
  who: string;
  namespace: string;
  isGuest: boolean;
}

/** Who hears what passes at a socket, in the middle of it: be quick. */
export interface SocketWatch {
  /** Whether this event goes on to middlewares and listeners. */
  lets(packet: unknown[], socket: Socket, named: Named): boolean;
  /** The library writes this packet to the socket; acknowledgements are none. */
  wrote(packet: readonly unknown[], named: Named): void;
  left(socket: Socket, named: Named, reason: string): void;
}

const watchOf = Symbol("watch");
const namedOf = Symbol("named");

/**
 * The parts of Socket.IO's socket (4.8) through which each event passes. Its public hooks are
 * `use` and `onAnyOutgoing`: each keeps an array of seventeen places and makes a copy of it for
 * each event, and for each recipient of a broadcast.
 */
interface Inner {
  dispatch(packet: unknown[]): void;
  notifyOutgoingListeners(packet: { data?: unknown[] }): void;
  [watchOf]: SocketWatch;
  [namedOf]: Named;
}

/** Lets `watch` hear this socket as long as it lives, before any hook of a lab. */
export function hookSocket(socket: Socket, named: Named, watch: SocketWatch): void {
  const own = { [watchOf]: watch, [namedOf]: named };
  Object.assign(socket, { dispatch, notifyOutgoingListeners, ...own });
  socket.on("disconnect", left);
}

// The functions are shared by all sockets: closures for each would cost memory.

function dispatch(this: Inner, packet: unknown[]): void {
  const isLet = this[watchOf].lets(packet, asSocket(this), this[namedOf]);
  if (isLet) protoOf(this).dispatch.call(this, packet);
}

function notifyOutgoingListeners(this: Inner, packet: { data?: unknown[] }): void {
  this[watchOf].wrote(packet.data ?? [], this[namedOf]);
  protoOf(this).notifyOutgoingListeners.call(this, packet);
}

function left(this: unknown, reason: string): void {
  const inner = this as Inner;
  inner[watchOf].left(asSocket(inner), inner[namedOf], reason);
}

const asSocket = (inner: Inner): Socket => inner as unknown as Socket;
const protoOf = (inner: Inner): Inner => Object.getPrototypeOf(inner);
