import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";

/** What passed on one TCP connection, each way. */
export interface RelayedConnection {
  up: Buffer[];
  down: Buffer[];
}

/** A TCP relay in front of a host that knows nothing of HTTP, and writes down what passes. */
export class RecordingRelay implements AsyncDisposable {
  readonly connections: RelayedConnection[] = [];
  readonly #server: Server;
  readonly #ends = new Set<Socket>();

  private constructor(port: number) {
    this.#server = createServer((near) => this.#relay(near, connect(port, "127.0.0.1")));
  }

  static async to({ port }: { port: number }): Promise<RecordingRelay> {
    const relay = new RecordingRelay(port);
    await new Promise<void>((resolve) => relay.#server.listen(0, "127.0.0.1", resolve));
    return relay;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const end of this.#ends) end.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #relay(near: Socket, far: Socket): void {
    const recorded: RelayedConnection = { up: [], down: [] };
    this.connections.push(recorded);
    near.on("data", (bytes) => {
      recorded.up.push(bytes);
      far.write(bytes);
    });
    far.on("data", (bytes) => {
      recorded.down.push(bytes);
      near.write(bytes);
    });
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(end);
      end.on("error", () => end.destroy());
      end.on("end", () => other.end());
      end.on("close", () => {
        this.#ends.delete(end);
        other.destroy();
      });
    }
  }
}
