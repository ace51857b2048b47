import type { Server as Engine } from "engine.io";
import type { Server, Socket } from "socket.io";
import type { Contract } from "#lab-kit/contract.ts";
import type { EndReason } from "#lab-kit/end-reasons.ts";
import type { ClockOffset, Fact, Observation } from "#lab-kit/observation.ts";
import { type BenchIo, openBenchIo } from "#lab-kit/server/bench-io.ts";
import type { Bench, LabHalf, LabServer } from "#lab-kit/server/define-lab-server.ts";
import { Outbox } from "#lab-kit/server/outbox.ts";
import { type Allows, allowsPerSecond } from "#lab-kit/server/rate.ts";
import { Watch } from "#lab-kit/server/watch.ts";
import { GuestLink } from "./guest-link.ts";
import { newKey } from "./key.ts";
import type { Limits } from "./limits.ts";

/** What a bench is made of. `nowMs` is the host's clock; `random` gives numbers in [0, 1). */
export interface BenchDeps {
  lab: LabServer;
  owner: string;
  address: string;
  limits: Limits;
  nowMs: () => number;
  random: () => number;
}

/**
 * One reader's private session of a lab: a Socket.IO server of its own, seats for its subjects, one
 * control channel and at most one guest. `close` closes all that it opened.
 */
export class OpenBench implements Bench {
  readonly openedAtMs: number;
  readonly link: GuestLink;
  /** Shared by all control channels that this bench ever has. */
  readonly allowsCommand: Allows;
  readonly #deps: BenchDeps;
  readonly #benchIo: BenchIo;
  readonly #outbox: Outbox;
  readonly #half: LabHalf<Contract>;
  /** Name of a subject by its seat. */
  readonly #seats: ReadonlyMap<string, string>;
  readonly #subjects = new Map<string, Socket>();
  readonly #closers: (() => void | Promise<void>)[] = [];
  #control: Socket | undefined;
  #usedAtMs: number;
  #awaySinceMs: number | undefined;
  #isClosed = false;

  constructor(deps: BenchDeps) {
    this.#deps = deps;
    this.openedAtMs = deps.nowMs();
    this.#usedAtMs = this.openedAtMs;
    this.allowsCommand = allowsPerSecond(deps.limits.commandsPerSecond);
    this.#outbox = new Outbox(() => this.now());
    this.#benchIo = openBenchIo(deps.lab.io, deps.limits);
    this.#seats = new Map(deps.lab.contract.subjects.map((who) => [newKey(), who]));
    this.link = new GuestLink(deps.limits.guestsPerBench, (count) => {
      this.#control?.emit("guests", { count });
    });
    this.#watchSubjects();
    this.#half = deps.lab.open(this);
  }

  get lab(): LabServer {
    return this.#deps.lab;
  }

  get owner(): string {
    return this.#deps.owner;
  }

  get address(): string {
    return this.#deps.address;
  }

  get io(): Server {
    return this.#benchIo.io;
  }

  get engine(): Engine {
    return this.#benchIo.engine;
  }

  get half(): LabHalf<Contract> {
    return this.#half;
  }

  /** Seats by subject's name. */
  get seats(): Record<string, string> {
    return Object.fromEntries([...this.#seats].map(([seat, who]) => [who, seat]));
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Milliseconds since the last command or event. */
  get idleMs(): number {
    return this.#deps.nowMs() - this.#usedAtMs;
  }

  /** Milliseconds since the owner's page left, 0 while it is here. */
  get awayMs(): number {
    return this.#awaySinceMs === undefined ? 0 : this.#deps.nowMs() - this.#awaySinceMs;
  }

  now(): number {
    return this.#deps.nowMs() - this.openedAtMs;
  }

  random(): number {
    return this.#deps.random();
  }

  observe(where: string, fact: Fact): void {
    this.#outbox.observe(where, fact);
  }

  /** Hands on what the guest's page observed. */
  pass(observations: readonly Observation[]): void {
    this.#outbox.pass(observations);
  }

  /** Tells the owner's page how far the guest's clock is from the server's. */
  notifyGuestClock(offset: ClockOffset): void {
    this.#control?.emit("guest-clock", offset);
  }

  flush(): void {
    this.#outbox.flush();
  }

  notify(name: string, notice: unknown): void {
    this.#control?.emit(name, notice);
  }

  share(state: object): void {
    this.link.share(state);
  }

  subjects(): ReadonlyMap<string, Socket> {
    return this.#subjects;
  }

  onClose(close: () => void | Promise<void>): void {
    this.#closers.push(close);
  }

  /** The bench is in use now. */
  touch(): void {
    this.#usedAtMs = this.#deps.nowMs();
  }

  /** Whether a client with this seat may open one more session. */
  admits(seat: string): "welcome" | "stranger" | "too-many" {
    if (!this.#seats.has(seat) && !this.link.holds(seat)) return "stranger";
    const isFull = this.engine.clientsCount >= this.#deps.limits.subjectsPerBench;
    return isFull ? "too-many" : "welcome";
  }

  /** Binds the owner's page; an older page of the same owner is told that the bench has moved. */
  attachControl(control: Socket): void {
    const older = this.#control;
    this.#control = control;
    this.#awaySinceMs = undefined;
    this.touch();
    older?.emit("ended", { code: "moved" satisfies EndReason });
    older?.disconnect(true);
    control.emit("guests", { count: this.link.count });
    this.#outbox.deliverTo((batch) => control.emit("observed", batch));
    control.on("disconnect", () => this.#controlLeft(control));
  }

  /** Ends the bench for the reason given. Doing it twice does nothing. */
  async close(reason: EndReason): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.link.end(reason);
    this.#control?.emit("ended", { code: reason });
    this.#control?.disconnect(true);
    this.#outbox.close();
    for (const close of this.#closers) await close();
    await this.#benchIo.close();
  }

  #controlLeft(control: Socket): void {
    if (this.#control !== control) return;
    this.#control = undefined;
    this.#awaySinceMs = this.#deps.nowMs();
    this.#outbox.deliverTo(undefined);
  }

  #watchSubjects(): void {
    const watch = new Watch({
      io: this.io,
      observe: (where, fact) => this.observe(where, fact),
      allowsEvent: this.#allowsEvent(),
      guestMay: (event, args) => this.#half.guest?.may(event, args) ?? false,
    });
    this.io.on("connection", (socket) => this.#sit(socket, watch));
  }

  #allowsEvent(): Allows {
    const allows = allowsPerSecond(this.#deps.limits.eventsPerSecond);
    return () => {
      this.touch();
      return allows();
    };
  }

  #sit(socket: Socket, watch: Watch): void {
    // An event named "error" from a client would otherwise throw in the host.
    socket.on("error", () => undefined);
    const seat = String(socket.handshake.query.seat);
    const isGuest = this.link.holds(seat);
    const who = isGuest ? this.lab.contract.guest : this.#seats.get(seat);
    if (!who) {
      socket.disconnect(true);
      return;
    }
    this.#subjects.set(who, socket);
    watch.subject(socket, who, isGuest);
    socket.on("disconnect", () => {
      if (this.#subjects.get(who) === socket) this.#subjects.delete(who);
    });
  }
}
