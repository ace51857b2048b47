import type { Socket } from "node:net";
import type { StreamOptions } from "#lab-kit/server/net/bench-sockets.ts";
import { errorName, type Outcome } from "./outcome.ts";

const mostReadBytes = 4096;

/**
 * One end of a connection, from which nothing is read until the program asks: one `recv` is one
 * read of the kernel's socket.
 */
export class StreamEnd {
  /** To be given to Node when it makes the socket. */
  readonly options: StreamOptions = {
    allowHalfOpen: true,
    onread: {
      buffer: Buffer.alloc(mostReadBytes),
      callback: (sizeBytes) => {
        this.#socket?.pause();
        this.#got({ sizeBytes });
        return false;
      },
    },
  };
  #socket: Socket | undefined;
  #receiving: ((outcome: Outcome) => void) | undefined;
  #isClosing = false;
  readonly #closedByItself: () => void;

  /** @param closedByItself Node has closed the socket, and the program had not asked for it */
  constructor(closedByItself: () => void) {
    this.#closedByItself = closedByItself;
  }

  get socket(): Socket | undefined {
    return this.#socket;
  }

  get isReceiving(): boolean {
    return this.#receiving !== undefined;
  }

  /** Takes the socket that was made with the options. */
  take(socket: Socket): void {
    this.#socket = socket;
    socket.pause();
    socket.on("end", () => this.#got({ sizeBytes: 0 }));
    socket.on("error", (error) => this.#got({ error: errorName(error) }));
    socket.on("close", () => {
      this.#got(undefined);
      if (!this.#isClosing) this.#closedByItself();
    });
  }

  /** Resolves when the connection is there, or with the error. */
  connected(): Promise<Outcome> {
    const socket = this.#own();
    return new Promise((resolve) => {
      socket.once("connect", () =>
        resolve({ local: socket.localPort ?? 0, remote: socket.remotePort ?? 0 }),
      );
      socket.once("error", (error) => resolve({ error: errorName(error) }));
      socket.once("close", () => resolve(undefined));
    });
  }

  send(text: string): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#own().write(text, (error) =>
        resolve(error ? { error: errorName(error) } : { sizeBytes: Buffer.byteLength(text) }),
      );
    });
  }

  /** One read: what is there, the end as 0 bytes, or the error. Waits when there is nothing. */
  recv(): Promise<Outcome> {
    const socket = this.#own();
    if (socket.destroyed) return Promise.resolve({ isNoCall: true });
    if (socket.readableEnded) return Promise.resolve({ sizeBytes: 0 });
    return new Promise((resolve) => {
      this.#receiving = resolve;
      socket.resume();
    });
  }

  shutdown(): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#own().end((error?: Error | null) => resolve(error ? { error: errorName(error) } : {}));
    });
  }

  close(): Promise<Outcome> {
    return this.#ended((socket) => socket.destroy());
  }

  reset(): Promise<Outcome> {
    return this.#ended((socket) => socket.resetAndDestroy());
  }

  #ended(end: (socket: Socket) => void): Promise<Outcome> {
    const socket = this.#own();
    if (socket.destroyed) return Promise.resolve({ isNoCall: true });
    this.#isClosing = true;
    return new Promise((resolve) => {
      socket.once("close", () => resolve({}));
      end(socket);
    });
  }

  #got(outcome: Outcome): void {
    const receiving = this.#receiving;
    this.#receiving = undefined;
    receiving?.(outcome);
  }

  #own(): Socket {
    if (!this.#socket) throw new Error("socket = none, take() comes first");
    return this.#socket;
  }
}
