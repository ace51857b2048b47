import type { Server, Socket } from "socket.io";

/** The part of a client's socket that the calls use; Socket.IO's own leaves answers untyped. */
export interface OrderingSocket {
  emit(
    event: "order",
    order: string,
    ack?: (error: Error | null, answer: unknown) => void,
  ): unknown;
  volatile: { emit(event: "order", order: string): unknown };
  timeout(timeoutMs: number): {
    emit(
      event: "order",
      order: string,
      ack: (error: Error | null, answer: unknown) => void,
    ): unknown;
  };
}

/** What a client's call gets: its own socket, the order's name, and where answers go. */
export interface OrderContext {
  socket: OrderingSocket;
  order: string;
  answered: (answer: unknown) => void;
  failed: (error: Error) => void;
}

/** One file of `calls/page/`: the line that the reader sees is the line that runs. */
export type OrderCall = (context: OrderContext) => void;

/** What the server's listener for orders gets. */
export interface ListenerContext {
  order: string;
  /** Absent when the client asked for no acknowledgement. */
  ack?: ((answer: unknown) => void) | undefined;
  carryOut(order: string): void;
  /** Orders that were carried out. */
  known: Set<string>;
  /** Ends with the bench. */
  setTimeout(run: () => void, afterMs: number): void;
}

/** One file of `calls/server/` that listens for an order. */
export type OrderListener = (context: ListenerContext) => void;

/** `calls/server/news.ts`: what the server does for one news. */
export type NewsCall = (context: { io: Server; number: number }) => void;

/** `calls/server/replay.ts`: what it does when a client connects that says its last news. */
export type ReplayCall = (context: { socket: Socket; last: number; newest: number }) => void;
