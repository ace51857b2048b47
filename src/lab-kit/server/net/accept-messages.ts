/** What the thread of programs asks the accepting process. A listening socket comes along as a handle. */
export type ToAcceptor =
  | { do: "listen"; ask: number; address: string; port: number; backlog: number }
  | { do: "accept"; ask: number; backlog: number }
  /** Stops an `accept` that still waits. */
  | { do: "stop"; ask: number };

/** What it answers. The socket comes along as a handle, if there is one. */
export type FromAcceptor =
  | { ask: number; port: number }
  | { ask: number; isAccepted: boolean }
  | { ask: number; code: string };
