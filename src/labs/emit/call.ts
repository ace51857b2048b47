import type { Server, Socket } from "socket.io";

/** The part of a client's socket that the calls use; Socket.IO's own leaves answers untyped. */
export interface EmittingSocket {
  emit(event: string, data: unknown, ack?: (answer: unknown) => void): unknown;
  volatile: { emit(event: string, data: unknown): unknown };
  timeout(timeoutMs: number): {
    emit(
      event: string,
      data: unknown,
      ack: (error: Error | null, answer: unknown) => void,
    ): unknown;
  };
}

/** What a client's call gets: its own socket, the reader's values, and where answers go. */
export interface PageContext {
  socket: EmittingSocket;
  event: string;
  data: unknown;
  answered: (answer: unknown) => void;
  failed: (error: Error) => void;
}

/** What the server's call gets when it acts by itself. */
export interface ServerContext {
  io: Server;
  /** The namespace that the reader chose. */
  namespace: string;
  event: string;
  data: unknown;
  room: string;
}

/** What the server's listener for a client's event gets: that client's socket, too. */
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
/** One file of `calls/middleware/`: whom a namespace lets in. */
export type Middleware = (
  socket: Pick<Socket, "handshake">,
  next: (refusal?: Error) => void,
) => void;
