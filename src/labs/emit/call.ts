import type { Server, Socket } from "socket.io";
import type { Socket as ClientSocket } from "socket.io-client";

/** What a client's call gets: its own socket, the reader's values, and where answers go. */
export interface PageContext {
  socket: ClientSocket;
  event: string;
  data: unknown;
  answered: (answer: unknown) => void;
  failed: (error: Error) => void;
}

/** What the server's call gets when it acts by itself. */
export interface ServerContext {
  io: Server;
  event: string;
  data: unknown;
  room: string;
}

/** What the server's handler of a client's event gets: that client's socket, too. */
export interface HandlerContext extends ServerContext {
  socket: Socket;
  /** Absent when the client asked for no acknowledgement. */
  ack?: ((answer: unknown) => void) | undefined;
}

/** One file of `calls/page/`: the line that the reader sees is the line that runs. */
export type PageCall = (context: PageContext) => void;
/** One file of `calls/server/` that needs no client's socket. */
export type ServerCall = (context: ServerContext) => void;
/** One file of `calls/server/` that is about the client whose event is handled. */
export type HandlerCall = (context: HandlerContext) => void;
