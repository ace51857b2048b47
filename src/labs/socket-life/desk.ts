import type { NodeSocket } from "#lab-kit/observation.ts";
import type { Awaited, BenchSockets } from "#lab-kit/server/net/bench-sockets.ts";
import { Bound } from "#lab-kit/server/net/bound.ts";
import type { Listening } from "#lab-kit/server/net/listening.ts";
import {
  type Call,
  type ClientName,
  clientNames,
  isClient,
  isListener,
  type ListenerName,
  peerOf,
  type ServerName,
  type SocketName,
} from "./model.ts";
import { type Outcome, orError } from "./outcome.ts";
import { StreamEnd } from "./stream-end.ts";
import type { Order, Refusal } from "./told.ts";

/** Why no call was made. */
export class NotCalled extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

type Waiter = Bound | Listening;

/** The sockets of one run by the names that the lab gives them, and the calls on them. */
export class Desk {
  readonly #sockets: BenchSockets;
  readonly #waiters = new Map<ListenerName, Waiter>();
  readonly #ends = new Map<ClientName | ServerName, StreamEnd>();
  readonly #accepting = new Map<ListenerName, Awaited>();
  readonly #closedByItself: (name: SocketName) => void;
  #port = 0;

  constructor(sockets: BenchSockets, closedByItself: (name: SocketName) => void) {
    this.#sockets = sockets;
    this.#closedByItself = closedByItself;
  }

  /** The port that all of this run is about; 0 before the first `bind`. */
  get port(): number {
    return this.#port;
  }

  /** Port of a client's socket, once it is bound. */
  localPortOf(name: SocketName): number | undefined {
    return isListener(name)
      ? this.#waiters.get(name)?.port
      : this.#ends.get(name)?.socket?.localPort;
  }

  /** @throws NotCalled */
  call(order: Pick<Order, "call" | "on" | "text" | "backlog">): Promise<Outcome> {
    const { call, on, backlog, text } = order;
    if (isListener(on)) return this.#callWaiter(on, call, backlog);
    return call === "connect" && isClient(on) ? this.#connect(on) : this.#callEnd(on, call, text);
  }

  /** What Node knows of the sockets that are open. */
  view(): NodeSocket[] {
    const waiters = [...this.#waiters].filter(([, { isClosed }]) => !isClosed);
    const ends = [...this.#ends].filter(([, { socket }]) => socket && !socket.destroyed);
    return [
      ...waiters.map(([socket, waiter]) => ({
        socket,
        state: waiter instanceof Bound ? "bound" : "listening",
        local: waiter.port,
        remote: 0,
      })),
      ...ends.map(([name, { socket }]) => ({
        socket: name,
        state: String(socket?.readyState),
        local: socket?.localPort ?? 0,
        remote: socket?.remotePort ?? 0,
      })),
    ];
  }

  #callWaiter(name: ListenerName, call: Call, backlog: number): Promise<Outcome> {
    if (call === "bind") return orError(this.#bind(name));
    const waiter = this.#waiters.get(name);
    if (!waiter) throw new NotCalled("no-socket");
    if (call === "close") return this.#closeWaiter(waiter);
    if (call === "listen") return orError(this.#listen(name, waiter, backlog));
    return this.#accept(name, waiter);
  }

  /** A second listener wants the port that this run has already. */
  async #bind(name: ListenerName): Promise<Outcome> {
    const waiter = this.#waiters.get(name);
    if (waiter && !waiter.isClosed) throw new NotCalled("busy-socket");
    const bound = this.#sockets.bind(this.#port);
    this.#port = bound.port;
    this.#waiters.set(name, bound);
    return { local: bound.port };
  }

  async #listen(name: ListenerName, waiter: Waiter, backlog: number): Promise<Outcome> {
    if (waiter.isClosed) return { isNoCall: true };
    if (!(waiter instanceof Bound)) throw new NotCalled("busy-socket");
    this.#waiters.set(name, await this.#sockets.listenOn(waiter, backlog));
    return { local: waiter.port };
  }

  async #closeWaiter(waiter: Waiter): Promise<Outcome> {
    if (waiter.isClosed) return { isNoCall: true };
    await waiter.close();
    return {};
  }

  #accept(name: ListenerName, waiter: Waiter): Promise<Outcome> {
    if (this.#accepting.has(name)) throw new NotCalled("busy-socket");
    if (waiter.isClosed) return Promise.resolve({ isNoCall: true });
    if (waiter instanceof Bound) throw new NotCalled("no-socket");
    const end: StreamEnd = new StreamEnd(() => this.#closedByItself(this.#nameOf(end)));
    const accepting = this.#sockets.accept(waiter, end.options);
    this.#accepting.set(name, accepting);
    return orError(this.#accepted(name, accepting, end));
  }

  async #accepted(name: ListenerName, { accepted }: Awaited, end: StreamEnd): Promise<Outcome> {
    try {
      const socket = await accepted;
      if (!socket) return undefined;
      end.take(socket);
      const local = socket.localPort ?? 0;
      const remote = socket.remotePort ?? 0;
      const gives = this.#serverEndOf(remote);
      this.#ends.set(gives, end);
      return { gives, local, remote };
    } finally {
      this.#accepting.delete(name);
    }
  }

  #connect(name: ClientName): Promise<Outcome> {
    const older = this.#ends.get(name)?.socket;
    if (older && !older.destroyed) throw new NotCalled("busy-socket");
    if (this.#port === 0) throw new NotCalled("no-port");
    const end = new StreamEnd(() => this.#closedByItself(name));
    end.take(this.#sockets.connect(this.#port, end.options));
    this.#ends.set(name, end);
    return end.connected();
  }

  #callEnd(name: ClientName | ServerName, call: Call, text: string): Promise<Outcome> {
    const end = this.#ends.get(name);
    if (!end) throw new NotCalled("no-socket");
    if (call === "recv" && end.isReceiving) throw new NotCalled("busy-socket");
    if (call === "send") return end.send(text);
    if (call === "recv") return end.recv();
    if (call === "shutdown") return end.shutdown();
    return call === "reset" ? end.reset() : end.close();
  }

  /** S1 is the other end of C1, whatever the order of accepting. */
  #serverEndOf(clientPort: number): ServerName {
    const client = clientNames.find((name) => this.localPortOf(name) === clientPort);
    const free = clientNames.find((name) => !this.#ends.has(peerOf(name)));
    return peerOf(client ?? free ?? "C4");
  }

  #nameOf(end: StreamEnd): SocketName {
    return [...this.#ends].find(([, one]) => one === end)?.[0] ?? "S1";
  }
}
