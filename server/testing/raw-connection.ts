import { connect, type Socket } from "node:net";
import { until } from "./until.ts";

/** Bytes on a TCP connection, for what no well-behaved client does. */
export class RawConnection implements Disposable {
  readonly socket: Socket;
  #read = "";
  #isClosed = false;

  /** @param localAddress one of this machine's own, by which the host tells it apart */
  constructor({ port }: { port: number }, localAddress = "127.0.0.1") {
    this.socket = connect({ port, host: "127.0.0.1", localAddress });
    this.socket.setEncoding("latin1");
    this.socket.on("data", (text) => {
      this.#read += text;
    });
    this.socket.on("close", () => {
      this.#isClosed = true;
    });
    this.socket.on("error", () => undefined);
  }

  get read(): string {
    return this.#read;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  write(text: string): void {
    this.socket.write(text, "latin1");
  }

  /** Asks for a path. Resolves with the answer's status. */
  async request(path: string, headers: readonly string[] = []): Promise<number> {
    this.write(
      `GET ${path} HTTP/1.1\r\n${["Host: wirebook.test", ...headers].join("\r\n")}\r\n\r\n`,
    );
    await until(() => this.#read.includes("\r\n\r\n") || this.#isClosed);
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(this.#read)?.[1] ?? 0);
  }

  /** Asks for a WebSocket. Resolves with the answer's status; 101 is a yes. */
  upgrade(path: string, headers: readonly string[] = []): Promise<number> {
    const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    const asks = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", key];
    return this.request(path, [...asks, ...headers]);
  }

  /** Sends one text frame, masked with zeros. RFC 6455, section 5.2. */
  frame(text: string): void {
    const body = Buffer.from(text);
    const isShort = body.length < 126;
    const head = Buffer.alloc(isShort ? 6 : 8);
    head[0] = 0x81;
    head[1] = 0x80 | (isShort ? body.length : 126);
    if (!isShort) head.writeUInt16BE(body.length, 2);
    this.socket.write(Buffer.concat([head, body]));
  }

  /** Closes the WebSocket in good order; resolves when the host has closed it, too. */
  async closing(): Promise<void> {
    this.socket.write(Buffer.from([0x88, 0x80, 0, 0, 0, 0]));
    await until(() => this.#isClosed);
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}
