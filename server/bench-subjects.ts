import type { Namespace, Server, Socket } from "socket.io";
import { mainNamespace } from "#lab-kit/observation.ts";
import { guardListeners } from "#lab-kit/server/guard-listeners.ts";
import { Watch, type WatchDeps } from "#lab-kit/server/watch.ts";
import { guardMiddlewares } from "./guard-middlewares.ts";
import { newKey } from "./key.ts";
import { joinAgain, joinOnce } from "./one-socket-each.ts";

/** Who may sit on a bench, and who is told of it. */
export interface BenchSubjectsDeps extends Omit<WatchDeps, "io" | "left"> {
  /** Names of the lab's clients; each gets a seat. */
  names: readonly string[];
  /** Whether this is the guest's seat. */
  isGuestSeat: (seat: string) => boolean;
  /** What the lab calls its guest, if it has one. */
  guest: string | undefined;
  /** Gets what a listener or a middleware of the lab throws. */
  failed: (error: unknown) => void;
}

/** The clients under study of one bench: their seats, and their sockets in every namespace. */
export class BenchSubjects {
  readonly #deps: BenchSubjectsDeps;
  /** Name of a subject by its seat. */
  readonly #seats: ReadonlyMap<string, string>;
  /** Sockets of the subjects by namespace and name. */
  readonly #sockets = new Map<string, Map<string, Socket>>();
  readonly #guestSockets = new Set<Socket>();
  /** Those that went through the middleware. */
  readonly #checked = new WeakSet<Socket>();

  constructor(deps: BenchSubjectsDeps) {
    this.#deps = deps;
    this.#seats = new Map(deps.names.map((who) => [newKey(), who]));
  }

  /** Seats by subject's name. */
  get seats(): Record<string, string> {
    return Object.fromEntries([...this.#seats].map(([seat, who]) => [who, seat]));
  }

  /** Namespaces that somebody may be in. */
  get namespaces(): string[] {
    return [...this.#sockets.keys()];
  }

  /** The newest socket of each subject in a namespace, by name. */
  in(namespace: string): ReadonlyMap<string, Socket> {
    return this.#sockets.get(namespace) ?? new Map();
  }

  /** Name of the subject in this seat; the guest's is none. */
  subjectOf(seat: string): string | undefined {
    return this.#seats.get(seat);
  }

  /** Name of the subject in this seat, the guest's included. */
  nameOf(seat: string): string | undefined {
    return this.#deps.isGuestSeat(seat) ? this.#deps.guest : this.#seats.get(seat);
  }

  whoIs(socket: Socket): string | undefined {
    return this.nameOf(seatOf(socket));
  }

  /** Sends the guest's own clients away. */
  dropGuest(): void {
    for (const socket of [...this.#guestSockets]) socket.disconnect(true);
  }

  /** Lets subjects sit at this server, and watches them. */
  watch(io: Server): void {
    const watch = new Watch({ ...this.#deps, io, left: (socket, who) => this.#left(socket, who) });
    guardListeners(io, this.#deps.failed);
    this.#openNamespace(io.sockets, watch);
    io.on("new_namespace", (namespace) => this.#openNamespace(namespace, watch));
  }

  /** The rules of the bench hold in every namespace that its lab opens, before the lab's own. */
  #openNamespace(namespace: Namespace, watch: Watch): void {
    const isMain = namespace.name === mainNamespace;
    const { failed } = this.#deps;
    if (!this.#sockets.has(namespace.name)) this.#sockets.set(namespace.name, new Map());
    if (!isMain) guardListeners(namespace, failed);
    namespace.use((socket, next) => {
      this.#checked.add(socket);
      if (!isMain && this.#isGuest(socket)) return next(new Error("not for guests"));
      next(this.whoIs(socket) && joinOnce(socket) ? undefined : new Error("gone"));
    });
    guardMiddlewares(namespace, { refused: joinAgain, failed });
    namespace.on("connection", (socket) => this.#sit(socket, watch));
  }

  #isGuest(socket: Socket): boolean {
    return this.#deps.isGuestSeat(seatOf(socket));
  }

  /**
   * The seat was looked at before a session was opened, and is looked at here: both hold for a
   * recovered client, too, which may go past every middleware.
   */
  #sit(socket: Socket, watch: Watch): void {
    const who = this.whoIs(socket);
    if (!who || !(this.#checked.has(socket) || joinOnce(socket))) {
      socket.disconnect(true);
      return;
    }
    const isGuest = this.#isGuest(socket);
    if (isGuest) this.#guestSockets.add(socket);
    this.#sockets.get(socket.nsp.name)?.set(who, socket);
    watch.subject(socket, who, isGuest);
    guardListeners(socket, this.#deps.failed);
  }

  #left(socket: Socket, who: string): void {
    this.#guestSockets.delete(socket);
    const sockets = this.#sockets.get(socket.nsp.name);
    if (sockets?.get(who) === socket) sockets.delete(who);
  }
}

const seatOf = (socket: Socket): string => String(socket.handshake.query.seat);
