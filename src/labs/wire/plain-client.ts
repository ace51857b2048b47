import { until } from "#lab-kit/until.ts";

const waitForOpenMs = 4000;
const waitForCloseMs = 2000;

/** Ann's WebSocket without Socket.IO: the browser's own. */
export class PlainClient {
  #socket: WebSocket | undefined;

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Opens it, if it is not open. @returns whether it is open now */
  async open(url: URL): Promise<boolean> {
    if (this.isOpen) return true;
    await this.hangUp();
    const address = new URL(url);
    address.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.#socket = socket;
    await until(() => socket.readyState !== WebSocket.CONNECTING, waitForOpenMs);
    return this.isOpen;
  }

  send(data: string | Uint8Array): void {
    // What is sent is a copy of its own, as the type of `send` has it.
    this.#socket?.send(typeof data === "string" ? data : new Uint8Array(data));
  }

  /** Begins the closing handshake. */
  close(code?: number, reason?: string): void {
    this.#socket?.close(code, reason);
  }

  /** Closes it, and waits until both sides have. */
  async hangUp(): Promise<void> {
    const socket = this.#socket;
    if (!socket) return;
    socket.close();
    await until(() => socket.readyState === WebSocket.CLOSED, waitForCloseMs);
    if (this.#socket === socket) this.#socket = undefined;
  }
}
