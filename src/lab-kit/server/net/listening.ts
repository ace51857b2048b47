import type { NativeHandle } from "./native-handle.ts";
import { SocketError } from "./socket-error.ts";

/** An `accept` that waits for a connection, as the system's own would. */
export interface Accepting {
  /** The accepted connection; `undefined` when it was stopped. Rejects with a SocketError. */
  accepted: Promise<NativeHandle | undefined>;
  stop(): void;
}

/** A socket that listens. The kernel completes connections; none is accepted before `accept`. */
export class Listening {
  readonly port: number;
  readonly #handle: NativeHandle;
  readonly #backlog: number;
  readonly #accept: (backlog: number) => Accepting;
  readonly #accepting = new Set<Accepting>();
  #isClosed = false;
  #closed: () => void = () => undefined;

  constructor(
    handle: NativeHandle,
    port: number,
    backlog: number,
    accept: (backlog: number) => Accepting,
  ) {
    this.#handle = handle;
    this.port = port;
    this.#backlog = backlog;
    this.#accept = accept;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Calls this once it is closed. */
  whenClosed(closed: () => void): void {
    this.#closed = closed;
  }

  /** Accepts one connection, now or when one comes. */
  accept(): Accepting {
    if (this.#isClosed) throw new SocketError("EBADF");
    const accepting = this.#accept(this.#backlog);
    this.#accepting.add(accepting);
    const isOver = () => this.#accepting.delete(accepting);
    accepting.accepted.then(isOver, isOver);
    return accepting;
  }

  /** Closes it. The kernel resets connections that wait to be accepted. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const accepting = [...this.#accepting];
    for (const one of accepting) one.stop();
    await Promise.allSettled(accepting.map(({ accepted }) => accepted));
    await new Promise<void>((resolve) => this.#handle.close(resolve));
    this.#closed();
  }
}
