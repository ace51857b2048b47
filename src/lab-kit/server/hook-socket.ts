import { Socket } from "socket.io";

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
  /** An event is written to this socket alone. */
  wrote(packet: readonly unknown[], named: Named): void;
  left(socket: Socket, named: Named, reason: string): void;
}

const watchOf = Symbol("watch");
const namedOf = Symbol("named");

interface Packet {
  type: number;
  data?: unknown[];
}

/** In the protocol's numbers; those with binary data get their own only when they are encoded. */
const eventType = 2;

/**
 * The parts of Socket.IO's socket (4.8) through which each event passes, but for broadcasts, which
 * leave through the adapter. Its public hooks are `use` and `onAnyOutgoing`: each keeps an array of
 * seventeen places and makes a copy of it for each event, and for each recipient of a broadcast.
 */
interface Inner {
  dispatch(packet: unknown[]): void;
  packet(packet: Packet, options?: object): void;
  [watchOf]: SocketWatch;
  [namedOf]: Named;
}

const library = Socket.prototype as unknown as Inner;

/** Lets `watch` hear this socket as long as it lives, before any hook of a lab. */
export function hookSocket(socket: Socket, named: Named, watch: SocketWatch): void {
  const own = { [watchOf]: watch, [namedOf]: named };
  Object.assign(socket, { dispatch, packet, ...own });
  socket.on("disconnect", left);
}

/** Who is behind this socket, if it is hooked. */
export const namedBehind = (socket: Socket): Named | undefined =>
  (socket as unknown as Partial<Inner>)[namedOf];

// The functions are shared by all sockets: closures for each would cost memory.

function dispatch(this: Inner, packet: unknown[]): void {
  const isLet = this[watchOf].lets(packet, asSocket(this), this[namedOf]);
  if (isLet) library.dispatch.call(this, packet);
}

function packet(this: Inner, sent: Packet, options?: object): void {
  if (sent.type === eventType) this[watchOf].wrote(sent.data ?? [], this[namedOf]);
  library.packet.call(this, sent, options);
}

function left(this: unknown, reason: string): void {
  const inner = this as Inner;
  inner[watchOf].left(asSocket(inner), inner[namedOf], reason);
}

const asSocket = (inner: Inner): Socket => inner as unknown as Socket;
