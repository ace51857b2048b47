import type { AddressInfo, Server, Socket } from "node:net";
import type { Fact } from "#lab-kit/observation.ts";
import type { ProgramEnv } from "#lab-kit/server/net/program.ts";
import type { OpenSocket, Said } from "./messages.ts";
import { connecting, otherProgram, type ProgramName } from "./model.ts";

/** A socket that listens. */
export interface Listener {
  server: Server;
  port: number;
  /** Stops listening; connections that are open stay so. */
  stop: () => Promise<void>;
}

type Env = ProgramEnv<Said>;

/** The machine on which both programs run: it opens their sockets, and tells what they did. */
export class Stage {
  readonly #env: Env;
  readonly #open = new Map<object, OpenSocket>();

  constructor(env: Env) {
    this.#env = env;
  }

  /** Sockets that are open now. */
  get sockets(): OpenSocket[] {
    return [...this.#open.values()];
  }

  tell(where: ProgramName, fact: Fact): void {
    this.#env.say({ where, fact, atMs: this.#env.nowMs() });
  }

  /** A program listens, on a port that the kernel picks. */
  async listen(who: ProgramName): Promise<Listener> {
    const server = await this.#env.sockets.listen({ noDelay: true });
    const { port } = server.address() as AddressInfo;
    const socket = `${who}’s listening socket`;
    this.#keep(server, { name: socket, local: port, remote: 0 });
    this.tell(who, { what: "socket-called", call: "listen", socket, local: port });
    server.on("connection", (accepted: Socket) => {
      const { remotePort: remote = 0 } = accepted;
      const gives = `${who}’s end`;
      this.#keep(accepted, { name: gives, local: port, remote });
      this.tell(who, { what: "message-in", from: otherProgram(who), message: connecting });
      this.tell(who, { what: "socket-called", call: "accept", socket, gives, local: port, remote });
    });
    const stop = async () => {
      await new Promise((resolve) => server.close(resolve));
      this.tell(who, { what: "socket-called", call: "close", socket, local: port });
    };
    return { server, port, stop };
  }

  /** A program connects to a port; from which one, the kernel picks. Errors are told here. */
  connect(who: ProgramName, port: number): Socket {
    const name = `${who}’s end`;
    const called = { what: "socket-called", call: "connect", socket: name, remote: port } as const;
    this.tell(who, { what: "message-out", to: otherProgram(who), message: connecting });
    const socket = this.#env.sockets.connect(port, { noDelay: true });
    socket.once("connect", () => {
      const { localPort: local = 0 } = socket;
      this.#keep(socket, { name, local, remote: port });
      this.tell(who, { ...called, local });
    });
    socket.once("error", (error) => this.tell(who, { ...called, error: codeOf(error) }));
    return socket;
  }

  #keep(socket: Server | Socket, as: OpenSocket): void {
    this.#open.set(socket, as);
    socket.once("close", () => this.#open.delete(socket));
  }
}

/** Name of an error, as the system has it. */
export const codeOf = (error: Error): string =>
  "code" in error && typeof error.code === "string" ? error.code : error.message;
