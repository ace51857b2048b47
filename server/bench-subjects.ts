import type { Socket as EngineSocket } from "engine.io";
import type { Namespace, Server, Socket } from "socket.io";
import { mainNamespace } from "#lab-kit/observation.ts";
import type { LabServer } from "#lab-kit/server/define-lab-server.ts";
import { guardListeners } from "#lab-kit/server/guard-listeners.ts";
import { nodeOf } from "#lab-kit/server/nodes.ts";
import { onNode, watchRefusals } from "#lab-kit/server/on-node.ts";
import { Watch, type WatchDeps } from "#lab-kit/server/watch.ts";
import { guardMiddlewares } from "./guard-middlewares.ts";
import type { GuestLink } from "./guest-link.ts";
import { newKey } from "./key.ts";
import { joinAgain, joinOnce } from "./one-socket-each.ts";
import { seatOfSession } from "./session-seat.ts";

/** What the clients of a bench need of it. */
export interface SubjectsBench extends Pick<WatchDeps, "facts" | "guestMay"> {
  readonly lab: LabServer;
  readonly link: GuestLink;
  /** Whether one more event of a subject, or of the guest, is allowed at this time. */
  readonly allows: WatchDeps["allowsEvent"];
  /** Gets what a listener or a middleware of the lab throws. */
  failed(error: unknown): void;
}

/** Sessions of a guest: the one in use, and some that broke and do not know it yet. */
const mostOfGuest = 3;

/** Those that went through the middleware of their bench. */
const checked = new WeakSet<Socket>();

/** The clients under study of one bench: their seats, and their sockets in every namespace. */
export class BenchSubjects implements WatchDeps {
  readonly #bench: SubjectsBench;
  /** Name of a subject by its seat. */
  readonly #seats: ReadonlyMap<string, string>;
  /** Sockets of the subjects by namespace and name. */
  readonly #sockets = new Map<string, Map<string, Socket>>();
  readonly allowsEvent: WatchDeps["allowsEvent"];
  readonly #failed = (error: unknown) => this.#bench.failed(error);
  /** There are some once a guest has come. */
  #guestSockets: Set<Socket> | undefined;
  #guestSessions: Set<EngineSocket> | undefined;

  constructor(bench: SubjectsBench) {
    this.#bench = bench;
    this.allowsEvent = bench.allows;
    this.#seats = new Map(bench.lab.contract.subjects.map((who) => [newKey(), who]));
  }

  get packetName(): WatchDeps["packetName"] {
    return this.#bench.lab.io.nameOf;
  }

  get facts(): WatchDeps["facts"] {
    return this.#bench.facts;
  }

  guestMay(...sent: Parameters<WatchDeps["guestMay"]>): boolean {
    return this.#bench.guestMay(...sent);
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
    const { lab, link } = this.#bench;
    return link.holds(seat) ? lab.contract.guest : this.#seats.get(seat);
  }

  whoIs(socket: Socket): string | undefined {
    return this.nameOf(seatOf(socket));
  }

  /** Sends the guest's own clients away, those that have not joined included. */
  dropGuest(): void {
    const sockets = [...(this.#guestSockets ?? [])];
    const joined = new Set(sockets.map(({ conn }) => conn));
    for (const socket of sockets) socket.disconnect(true);
    for (const session of [...(this.#guestSessions ?? [])]) {
      if (!joined.has(session)) endNow(session);
    }
  }

  /** Lets subjects sit at this server, and watches them. */
  watch(io: Server): void {
    const watch = new Watch(io, this.#depsOf(io));
    guardListeners(io, this.#failed);
    this.#openNamespace(io.sockets, watch);
    io.on("new_namespace", (namespace) => this.#openNamespace(namespace, watch));
  }

  /** On a bench with several servers each fact says where it was, and refusals are told, too. */
  #depsOf(io: Server): WatchDeps {
    const node = nodeOf(io);
    if (node === undefined) return this;
    const deps = onNode(this, node);
    watchRefusals(io, deps, (seat) => this.nameOf(seat));
    return deps;
  }

  /** Counts those of a guest, so that it cannot take the connections of the owner's clients. */
  sessionOpened(session: EngineSocket): void {
    if (!this.#bench.link.holds(seatOfSession(session))) return;
    const sessions = this.#guestSessions ?? new Set();
    this.#guestSessions = sessions.add(session);
    session.once("close", () => sessions.delete(session));
    if (sessions.size > mostOfGuest) session.close(true);
  }

  /** The rules of the bench hold in every namespace that its lab opens, before the lab's own. */
  #openNamespace(namespace: Namespace, watch: Watch): void {
    const isMain = namespace.name === mainNamespace;
    if (!this.#sockets.has(namespace.name)) this.#sockets.set(namespace.name, new Map());
    if (!isMain) guardListeners(namespace, this.#failed);
    namespace.use((socket, next) => {
      checked.add(socket);
      if (!isMain && this.#isGuest(socket)) return next(new Error("not for guests"));
      next(this.whoIs(socket) && joinOnce(socket) ? undefined : new Error("gone"));
    });
    guardMiddlewares(namespace, { refused: joinAgain, failed: this.#failed });
    namespace.on("connection", (socket) => this.#sit(socket, watch));
  }

  #isGuest(socket: Socket): boolean {
    return this.#bench.link.holds(seatOf(socket));
  }

  /**
   * The seat was looked at before a session was opened, and is looked at here: both hold for a
   * recovered client, too, which may go past every middleware.
   */
  #sit(socket: Socket, watch: Watch): void {
    const who = this.whoIs(socket);
    if (!who || !(checked.has(socket) || joinOnce(socket))) {
      socket.disconnect(true);
      return;
    }
    const isGuest = this.#isGuest(socket);
    if (isGuest) this.#guestSockets = (this.#guestSockets ?? new Set()).add(socket);
    this.#sockets.get(socket.nsp.name)?.set(who, socket);
    watch.subject(socket, who, isGuest);
    guardListeners(socket, this.#failed);
  }

  /** A subject's socket is gone. */
  left(socket: Socket, who: string): void {
    this.#guestSockets?.delete(socket);
    const sockets = this.#sockets.get(socket.nsp.name);
    if (sockets?.get(who) === socket) sockets.delete(who);
  }
}

const seatOf = (socket: Socket): string => String(socket.handshake.query.seat);

/** `close` waits for a poll that may not come. */
function endNow(session: EngineSocket): void {
  (session as unknown as { onClose(reason: string): void }).onClose("forced close");
}
