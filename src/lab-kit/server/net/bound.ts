import { getSystemErrorName } from "node:util";
import { type FreshHandle, freshHandle, type NativeHandle } from "./native-handle.ts";
import { SocketError } from "./socket-error.ts";

/** A TCP socket that has its address and port, and does nothing yet. */
export class Bound {
  readonly port: number;
  readonly handle: NativeHandle;
  #isClosed = false;
  #closed: () => void = () => undefined;

  /**
   * @param port 0 for one that the kernel picks
   * @throws SocketError such as EADDRINUSE
   */
  constructor(address: string, port: number) {
    const handle = freshHandle();
    this.port = bind(handle, address, port);
    this.handle = handle;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Calls this once it is closed. */
  whenClosed(closed: () => void): void {
    this.#closed = closed;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await new Promise<void>((resolve) => this.handle.close(resolve));
    this.#closed();
  }
}

/** libuv keeps a port in use to itself until it is asked for the name. */
function bind(handle: FreshHandle, address: string, port: number): number {
  const name: { port?: number } = {};
  const error = handle.bind(address, port) || handle.getsockname(name);
  if (error === 0) return name.port ?? 0;
  handle.close();
  throw new SocketError(getSystemErrorName(error));
}
