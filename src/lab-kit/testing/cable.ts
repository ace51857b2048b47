import { connect, createServer, type Server, type Socket } from "node:net";

/** What becomes of a WebSocket upgrade on its way. */
export type UpgradeFate = "passes" | "refused" | "swallowed";

/**
 * A TCP relay with a port of its own between pages and a host: the host behind it can be replaced,
 * the line cut or held, and WebSocket blocked, while the pages' address stays the same.
 */
export class Cable implements AsyncDisposable {
  upgrades: UpgradeFate = "passes";
  /** Only upgrades whose path begins so are blocked. */
  blockedPath = "/";
  readonly #server: Server;
  readonly #lines = new Map<Socket, Socket>();
  /** Lines on which nothing passes any more, and neither end is told. */
  readonly #lost = new Set<Socket>();
  #target = 0;
  #port = 0;
  #isHeld = false;

  private constructor() {
    this.#server = createServer((near) => this.#connect(near));
  }

  /** Lays a cable to the host on this port. */
  static async to(port: number): Promise<Cable> {
    const cable = new Cable();
    cable.#target = port;
    await cable.plugIn();
    return cable;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get connections(): number {
    return this.#lines.size;
  }

  /** Replaces the host behind the cable. */
  lead(port: number): void {
    this.#target = port;
  }

  /** Nobody answers here any more, and every connection is broken. */
  async pull(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cut();
    await closed;
  }

  /** Answers again, on the same port. */
  async plugIn(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address && typeof address === "object") this.#port = address.port;
  }

  /** Breaks every connection. */
  cut(): void {
    for (const [near, far] of this.#lines) {
      near.destroy();
      far.destroy();
    }
  }

  /** Loses every connection that there is: its bytes go nowhere, and neither end is told. */
  loseAll(): void {
    for (const line of this.#lines) for (const end of line) this.#lost.add(end);
  }

  /** Lets no byte through, without a word, until it is let go. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    for (const line of this.#lines) for (const end of line) this.#pauseOrNot(end);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#server.listening) await this.pull();
  }

  #connect(near: Socket): void {
    const far = connect(this.#target, "127.0.0.1");
    this.#lines.set(near, far);
    near.on("data", (bytes) => this.#forward(bytes, near, far));
    far.on("data", (bytes) => {
      if (!this.#lost.has(far)) near.write(bytes);
    });
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      end.on("error", () => end.destroy());
      end.on("close", () => {
        if (this.#lost.has(end)) return;
        this.#lines.delete(near);
        other.destroy();
      });
      this.#pauseOrNot(end);
    }
  }

  #forward(bytes: Buffer, near: Socket, far: Socket): void {
    if (this.#lost.has(near)) return;
    const head = bytes.toString("latin1");
    const isBlocked =
      this.upgrades !== "passes" &&
      head.startsWith(`GET ${this.blockedPath}`) &&
      /^upgrade: websocket/im.test(head);
    if (!isBlocked) far.write(bytes);
    else if (this.upgrades === "refused") near.destroy();
  }

  #pauseOrNot(end: Socket): void {
    if (this.#isHeld) end.pause();
    else end.resume();
  }
}
