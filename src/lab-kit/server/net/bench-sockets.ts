import { createSocket, type Socket as UdpSocket } from "node:dgram";
import {
  connect,
  createServer,
  type Server,
  type ServerOpts,
  Socket,
  type TcpNetConnectOpts,
} from "node:net";
import type { Acceptor } from "./acceptor.ts";
import { Bound } from "./bound.ts";
import type { Listening } from "./listening.ts";
import type { NativeHandle } from "./native-handle.ts";
import { paceDatagrams, paceStream } from "./pace.ts";

/** Where a bench's sockets live, and how many it may have. */
export interface BenchSocketsOptions {
  /** Loopback address of this bench. */
  address: string;
  /** Sockets at once, those that were accepted included. */
  mostSockets: number;
  acceptor: Acceptor;
}

/** How a connection is read and ended, as Node takes it. */
export type StreamOptions = Pick<TcpNetConnectOpts, "allowHalfOpen" | "onread">;

/** A connection that is to be accepted. */
export interface Awaited {
  /** `undefined` when it was stopped. Rejects with a SocketError. */
  accepted: Promise<Socket | undefined>;
  stop(): void;
}

type NodeSocket = Server | Socket | UdpSocket;

/**
 * The real sockets of one bench. They bind, connect and accept at the bench's own address only, on
 * ports that the kernel picks; nobody names an address or a port. `close` ends all of them.
 */
export class BenchSockets {
  readonly address: string;
  readonly #mostSockets: number;
  readonly #acceptor: Acceptor;
  /** Those that are open, and how to end each; it resolves when it is closed. */
  readonly #open = new Map<object, () => Promise<void>>();
  /** Ports that the kernel gave to this bench, those that are closed again included. */
  readonly #ports = new Set<number>();
  #isClosed = false;

  constructor({ address, mostSockets, acceptor }: BenchSocketsOptions) {
    this.address = address;
    this.#mostSockets = mostSockets;
    this.#acceptor = acceptor;
  }

  /** Number of sockets that are open. */
  get count(): number {
    return this.#open.size;
  }

  /**
   * Opens a TCP socket that listens and accepts by itself. Connections from elsewhere, and those
   * that are too many, are reset at once.
   *
   * @throws TooManySockets
   */
  async listen(options: ServerOpts & { backlog?: number } = {}): Promise<Server> {
    this.#checkRoom();
    const { backlog, ...ofServer } = options;
    const server = createServer(ofServer);
    this.#keep(server, () => server.close());
    server.prependListener("connection", (socket) => this.#check(socket));
    await begun(server, "listening", () => server.listen({ host: this.address, port: 0, backlog }));
    this.#ports.add(portOf(server.address()));
    return server;
  }

  /**
   * Makes a TCP socket and binds it. It does not listen yet.
   *
   * @param port one that this bench has or had; any free one by default
   * @throws TooManySockets
   * @throws SocketError such as EADDRINUSE
   */
  bind(port = 0): Bound {
    this.#checkRoom();
    if (port !== 0) this.#checkPort(port);
    const bound = new Bound(this.address, port);
    this.#ports.add(bound.port);
    this.#open.set(bound, () => bound.close());
    bound.whenClosed(() => this.#open.delete(bound));
    return bound;
  }

  /**
   * Has a bound socket listen, which accepts only when it is told to. It stays bound when that
   * fails; else it belongs to what this gives.
   *
   * @throws SocketError such as EADDRINUSE
   */
  async listenOn(bound: Bound, backlog: number): Promise<Listening> {
    const listening = await this.#acceptor.begin(bound, backlog);
    this.#open.delete(bound);
    this.#open.set(listening, () => listening.close());
    listening.whenClosed(() => this.#open.delete(listening));
    if (this.#isClosed) await listening.close();
    return listening;
  }

  /**
   * Opens a TCP socket that listens and accepts only when it is told to: `bind` and `listenOn`.
   *
   * @param port one that this bench has or had; any free one by default
   * @throws TooManySockets
   * @throws SocketError such as EADDRINUSE
   */
  async hold({ backlog, port = 0 }: { backlog: number; port?: number }): Promise<Listening> {
    const bound = this.bind(port);
    try {
      return await this.listenOn(bound, backlog);
    } catch (error) {
      await bound.close();
      throw error;
    }
  }

  /**
   * Accepts one connection of a socket that `hold` gave.
   *
   * @throws TooManySockets
   */
  accept(listening: Listening, options: StreamOptions = {}): Awaited {
    this.#checkRoom();
    const { accepted, stop } = listening.accept();
    return { accepted: accepted.then((handle) => handle && this.#adopt(handle, options)), stop };
  }

  /**
   * Opens a TCP socket and connects it. What becomes of that is told by its events.
   *
   * @param port one that this bench has or had; throws for any other
   * @throws TooManySockets
   */
  connect(port: number, options: StreamOptions & { noDelay?: boolean } = {}): Socket {
    this.#checkRoom();
    this.#checkPort(port);
    const { address } = this;
    const socket = connect({ ...options, host: address, localAddress: address, port });
    // The port that the kernel picked for it may be called, too, by one who expects a listener there.
    socket.once("connect", () => this.#ports.add(socket.localPort ?? 0));
    this.#keepStream(socket);
    return socket;
  }

  /**
   * Opens a UDP socket and binds it.
   *
   * @throws TooManySockets
   */
  async udp({ receiveBufferBytes }: { receiveBufferBytes?: number } = {}): Promise<UdpSocket> {
    this.#checkRoom();
    const size = receiveBufferBytes === undefined ? {} : { recvBufferSize: receiveBufferBytes };
    const socket = createSocket({ type: "udp4", ...size });
    paceDatagrams(socket);
    this.#keep(socket, () => socket.close());
    await begun(socket, "listening", () => socket.bind(0, this.address));
    this.#ports.add(socket.address().port);
    return socket;
  }

  /**
   * Ends every socket at once: connections are destroyed, not closed in good order. No other can be
   * opened. Resolves when all are closed.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#open.values()].map((end) => end()));
  }

  #adopt(handle: NativeHandle, options: StreamOptions): Socket {
    const socket = new Socket({ handle, pauseOnCreate: true, ...options } as object);
    this.#check(socket);
    return socket;
  }

  /** Keeps an accepted connection, or resets it. */
  #check(socket: Socket): void {
    const isOwn = socket.remoteAddress === this.address;
    this.#keepStream(socket);
    const isTooMany = this.#open.size > this.#mostSockets;
    if (!isOwn || isTooMany || this.#isClosed) socket.resetAndDestroy();
  }

  #keepStream(socket: Socket): void {
    // Without a listener an error of a connection would end the thread, and every bench in it.
    socket.on("error", () => undefined);
    paceStream(socket);
    this.#keep(socket, () => socket.destroy());
  }

  #keep(socket: NodeSocket, end: () => void): void {
    const closed = new Promise<void>((resolve) => {
      socket.once("close", () => {
        this.#open.delete(socket);
        resolve();
      });
    });
    this.#open.set(socket, () => {
      end();
      return closed;
    });
  }

  #checkPort(port: number): void {
    if (!this.#ports.has(port)) throw new Error(`port = ${port}, must be one of this bench`);
  }

  #checkRoom(): void {
    if (this.#isClosed) throw new Error("sockets = closed, the bench has ended");
    if (this.#open.size >= this.#mostSockets) throw new TooManySockets(this.#mostSockets);
  }
}

/** A bench has as many sockets as it may have. */
export class TooManySockets extends Error {
  constructor(most: number) {
    super(`sockets = ${most}, no more than that on one bench`);
    this.name = "TooManySockets";
  }
}

/** Starts something and waits for its event. Rejects with the error that comes instead. */
function begun(socket: Server | UdpSocket, event: string, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once(event, () => {
      socket.off("error", reject);
      socket.on("error", () => undefined);
      resolve();
    });
    start();
  });
}

const portOf = (address: ReturnType<Server["address"]>): number =>
  address && typeof address === "object" ? address.port : 0;
