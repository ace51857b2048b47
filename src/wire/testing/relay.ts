import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** One piece of one connection, as it passed. */
export interface RelayedChunk {
  way: "up" | "down";
  bytes: Uint8Array;
  atMs: number;
}

/** A relay in between client and server that writes down what passes, connection by connection. */
export class Relay {
  readonly connections: RelayedChunk[][] = [];
  readonly #server = createServer((socket) => this.#join(socket));
  readonly #targetPort: number;
  readonly #sockets = new Set<Socket>();

  private constructor(targetPort: number) {
    this.#targetPort = targetPort;
  }

  static async open(targetPort: number): Promise<Relay> {
    const relay = new Relay(targetPort);
    relay.#server.listen(0, "127.0.0.1");
    await once(relay.#server, "listening");
    return relay;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket): void {
    const chunks: RelayedChunk[] = [];
    this.connections.push(chunks);
    const server = connect(this.#targetPort, "127.0.0.1");
    const pipe = (way: "up" | "down", from: Socket, to: Socket) => {
      this.#sockets.add(from);
      from.on("data", (bytes) => {
        chunks.push({ way, bytes: Uint8Array.from(bytes), atMs: 0 });
        to.write(bytes);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => to.end());
    };
    pipe("up", client, server);
    pipe("down", server, client);
  }
}
