/** What the thread of programs asks the accepting process. A socket that is bound, or listens, comes along as a handle. */
export type ToAcceptor =
  | { do: "listen"; ask: number; backlog: number }
  | { do: "accept"; ask: number; backlog: number }
  /** Stops an `accept` that still waits. */
  | { do: "stop"; ask: number };

/** What it answers. The socket comes along as a handle, if there is one. */
export type FromAcceptor =
  | { ask: number; isListening: true }
  | { ask: number; isAccepted: boolean }
  | { ask: number; code: string };
