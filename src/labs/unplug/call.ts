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
