import type { Socket as TcpSocket } from "node:net";
import type { Server as Engine, Socket as EngineSocket } from "engine.io";
import type { Server, Socket } from "socket.io";
import type { Contract } from "#lab-kit/contract.ts";
import type { EndReason } from "#lab-kit/end-reasons.ts";
import {
  type ClockOffset,
  type Fact,
  mainNamespace,
  type Observation,
  type RoutedRequest,
} from "#lab-kit/observation.ts";
import type { BenchIoOptions } from "#lab-kit/server/bench-io.ts";
import type {
  Bench,
  LabHalf,
  LabServer,
  UpgradeTreatment,
} from "#lab-kit/server/define-lab-server.ts";
import { Line } from "#lab-kit/server/line.ts";
import type { BenchNet } from "#lab-kit/server/net/bench-net.ts";
import type { NetHost } from "#lab-kit/server/net/net-host.ts";
import { Outbox } from "#lab-kit/server/outbox.ts";
import { type Allows, allowsPerSecond } from "#lab-kit/server/rate.ts";
import type { Ear } from "#lab-kit/server/tap/ear.ts";
import type { TapKeeps } from "#lab-kit/server/tap/subject-tap.ts";
import type { Facts } from "#lab-kit/server/watch.ts";
import { BenchExtras, type ExtrasBench } from "./bench-extras.ts";
import { BenchServer } from "./bench-server.ts";
import { BenchSubjects, type SubjectsBench } from "./bench-subjects.ts";
import { type EventRates, eventRates } from "./event-rates.ts";
import { GuestLink } from "./guest-link.ts";
import { guestView } from "./guest-view.ts";
import { type Reader, readerOf } from "./held-bytes.ts";
import type { Limits } from "./limits.ts";
import { OwnerPage } from "./owner-page.ts";
import { Visits } from "./visits.ts";

/** What a bench is made of. `nowMs` is the host's clock; `random` gives numbers in [0, 1). */
export interface BenchDeps {
  lab: LabServer;
  /** The page's key of this bench. */
  key: string;
  owner: string;
  address: string;
  limits: Limits;
  nowMs: () => number;
  random: () => number;
  net: NetHost;
  /** Gets what the lab's own code throws; the bench goes on. */
  failed?: (error: unknown) => void;
}

/**
 * One reader's private session of a lab: a Socket.IO server of its own, seats for its subjects, one
 * control channel and at most one guest. `close` closes all that it opened.
 */
export class OpenBench implements Bench, SubjectsBench, ExtrasBench {
  readonly openedAtMs: number;
  readonly link: GuestLink;
  /** Shared by all control channels that this bench ever has. */
  readonly allowsCommand: Allows;
  readonly #deps: BenchDeps;
  readonly #server: BenchServer;
  readonly #outbox: Outbox;
  readonly #half: LabHalf<Contract>;
  readonly #subjects: BenchSubjects;
  readonly #closers: (() => void | Promise<void>)[] = [];
  readonly #lines: ReadonlyMap<string, Line>;
  readonly visits = new Visits();
  readonly #rates: EventRates;
  readonly extras = new BenchExtras(this);
  readonly #page: OwnerPage;
  /** On the bench's clock. */
  #usedAtMs = 0;
  #isClosed = false;

  /**
   * Whether one more event of its own clients, or of its guest, is allowed at this time; the
   * clients' watch calls it in the middle of each event.
   */
  readonly allows = (isGuest: boolean, atMs = this.now()): boolean => {
    this.#usedAtMs = atMs;
    return this.#rates(isGuest);
  };

  constructor(deps: BenchDeps) {
    this.#deps = deps;
    this.openedAtMs = deps.nowMs();
    this.#page = new OwnerPage({
      nowMs: deps.nowMs,
      left: () => this.#outbox.deliverTo(undefined),
    });
    this.allowsCommand = allowsPerSecond(deps.limits.commandsPerSecond);
    this.#outbox = new Outbox(deps.nowMs, this.openedAtMs);
    this.#rates = eventRates(deps.limits.eventsPerSecond);
    this.#subjects = new BenchSubjects(this);
    this.#server = new BenchServer(deps.lab.io, deps.limits);
    this.link = new GuestLink(deps.limits.guestsPerBench, (count) => this.#guestsChanged(count));
    this.#lines = deps.lab.io.hasLines ? linesOf(deps.lab.contract.subjects) : noLines;
    this.#server.onServer((io) => this.#subjects.watch(io));
    this.#half = this.#openHalf();
  }

  get net(): BenchNet {
    return this.extras.net;
  }

  get netHost(): NetHost {
    return this.#deps.net;
  }

  get limits(): Limits {
    return this.#deps.limits;
  }

  /** What no reader is to see of this bench: its own key, and its seats. */
  get keys(): readonly string[] {
    return [this.#deps.key, ...Object.values(this.seats)];
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
    return this.#server.io;
  }

  get engine(): Engine {
    return this.#server.engine;
  }

  /** The engine for a request in this seat. Where there are several, its load balancer says which. */
  engineFor(seat: string, request: RoutedRequest): Engine {
    const who = this.nameOf(seat);
    const node = who === undefined ? undefined : this.#server.nodes?.route(who);
    if (!who || !node) return this.engine;
    this.observe("balancer", { what: "routed", from: who, request, node: node.number });
    return node.engine;
  }

  /** This engine, or the one in its place, once a restart has replaced it. */
  currentOf(engine: Engine): Engine {
    return this.#server.currentOf(engine);
  }

  /** Engine.IO sessions of its clients. */
  get sessionCount(): number {
    return this.#server.sessionCount;
  }

  get half(): LabHalf<Contract> {
    return this.#half;
  }

  /** Seats by subject's name. */
  get seats(): Record<string, string> {
    return this.#subjects.seats;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Milliseconds since the last command or event. */
  get idleMs(): number {
    return this.now() - this.#usedAtMs;
  }

  /** Milliseconds since the owner's page left, 0 while it is here. */
  get awayMs(): number {
    return this.#page.awayMs;
  }

  now(): number {
    return this.#outbox.now();
  }

  get facts(): Facts {
    return this.#outbox;
  }

  random(): number {
    return this.#deps.random();
  }

  observe(where: string, fact: Fact | (() => Fact), atMs?: number): void {
    this.#outbox.observe(where, fact, atMs);
  }

  /** Hands on what the guest's page observed. */
  pass(observations: readonly Observation[]): void {
    this.#outbox.pass(observations);
  }

  /** Tells the owner's page how far the guest's clock is from the server's. */
  notifyGuestClock(offset: ClockOffset): void {
    this.#page.notify("guest-clock", offset);
  }

  /** Sends what was observed so far to the page now. */
  flush(): void {
    this.#outbox.flush();
  }

  flushSoon(): void {
    this.#outbox.flushSoon();
  }

  notify(name: string, notice: unknown): void {
    this.#page.notify(name, notice);
  }

  share(state: object): void {
    this.link.share(state);
  }

  tap(isOn: boolean, keeps: TapKeeps = "bytes"): void {
    this.extras.tap(isOn, keeps);
  }

  /**
   * Who hears the next exchange on a connection of this seat, if anybody. Where a lab uses its tap,
   * an upgraded connection may be tapped later.
   */
  earOf(seat: string, socket: TcpSocket, isUpgrade: boolean): Ear | undefined {
    const who = this.subjectOf(seat);
    return who ? this.extras.earOf(who, socket, isUpgrade) : undefined;
  }

  subjects(namespace = mainNamespace): ReadonlyMap<string, Socket> {
    return this.#subjects.in(namespace);
  }

  treatUpgrades(treatment: UpgradeTreatment): void {
    this.extras.gate.treat(treatment);
  }

  /** Name of the subject in this seat, the guest's included. */
  nameOf(seat: string): string | undefined {
    return this.#subjects.nameOf(seat);
  }

  onClose(close: () => void | Promise<void>): void {
    this.#closers.push(close);
  }

  whoIs(socket: Socket): string | undefined {
    return this.#subjects.whoIs(socket);
  }

  onServer(prepare: (io: Server) => void): void {
    this.#server.onServer(prepare);
  }

  line(who: string): Line | undefined {
    return this.#lines.get(who);
  }

  /** Hands over the engine: this one now, and each that a restart brings. */
  onEngine(take: (engine: Engine) => void): void {
    this.#server.onEngine(take);
  }

  restart(options: BenchIoOptions = {}): Promise<boolean> {
    return this.#server.restart(options);
  }

  /** A client has opened a session. */
  sessionOpened(session: EngineSocket): void {
    this.#subjects.sessionOpened(session);
  }

  /** The bench is in use now. */
  touch(): void {
    this.#usedAtMs = this.now();
  }

  /** Whether a client with this seat may open one more session. */
  admits(seat: string): "welcome" | "stranger" | "too-many" {
    if (!this.subjectOf(seat) && !this.link.holds(seat)) return "stranger";
    return this.isFull ? "too-many" : "welcome";
  }

  /** Whether its clients have as many connections as they may: sessions, and visits to routes. */
  get isFull(): boolean {
    return this.sessionCount + this.visits.count >= this.#deps.limits.subjectsPerBench;
  }

  /** Name of the subject in this seat; the guest's is none. */
  subjectOf(seat: string): string | undefined {
    return this.#subjects.subjectOf(seat);
  }

  /** Whether one more event of its own clients is allowed now. */
  allowsEvent(): boolean {
    return this.allows(false);
  }

  /** The lab's own code has thrown; the bench goes on. */
  failed(error: unknown): void {
    this.#failed(error);
  }

  /** All that bytes may wait for. */
  get readers(): Reader[] {
    return [...this.sockets.map(readerOf), ...this.visits];
  }

  /**
   * One socket of each connection of this bench: subjects, the guest's among them, and the control
   * channels.
   */
  get sockets(): Socket[] {
    const controls = [this.#page.control, this.link.guest].filter((socket) => socket !== undefined);
    const subjects = this.#server.all.flatMap(({ io }) =>
      this.#subjects.namespaces.flatMap((name) => [...io.of(name).sockets.values()]),
    );
    return onePerConnection([...subjects, ...controls]);
  }

  /** Binds the owner's page; an older page of the same owner is told that the bench has moved. */
  attachControl(control: Socket): void {
    this.#page.attach(control);
    this.touch();
    this.#tellGuests();
    this.#outbox.deliverTo((batch) => {
      control.emit("observed", batch);
      this.link.observed(guestView(batch, this.lab.contract.guest ?? ""));
    });
  }

  /** Ends the bench for the reason given. Doing it twice does nothing. */
  async close(reason: EndReason): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.link.end(reason);
    this.#page.end(reason);
    this.#outbox.close();
    this.visits.close();
    for (const line of this.#lines.values()) line.close();
    this.extras.close();
    for (const close of this.#closers) await this.#tryToClose(close);
    await Promise.all([this.extras.closeNet(), this.#server.close()]);
  }

  #openHalf(): LabHalf<Contract> {
    try {
      return this.#deps.lab.open(this);
    } catch (error) {
      void this.#server.close();
      throw error;
    }
  }

  async #tryToClose(close: () => void | Promise<void>): Promise<void> {
    try {
      await close();
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    this.#deps.failed?.(error);
    const reason = "the server's own code failed; the bench goes on";
    this.observe("server", { what: "dropped", event: "", reason });
  }

  /** A guest that has left leaves no client of its own behind. */
  #guestsChanged(count: number): void {
    this.#tellGuests();
    if (count === 0) this.#subjects.dropGuest();
  }

  #tellGuests(): void {
    const { count, isOpen } = this.link;
    this.#page.notify("guests", { count, isLinkOpen: isOpen });
  }

  /** Whether this event of the guest is let through. */
  guestMay(event: string, args: readonly unknown[], namespace: string): boolean {
    try {
      return this.#half.guest?.may(event, args, namespace) ?? false;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }
}

const onePerConnection = (sockets: readonly Socket[]): Socket[] => [
  ...new Map(sockets.map((socket) => [socket.conn, socket])).values(),
];

const noLines: ReadonlyMap<string, Line> = new Map();

const linesOf = (subjects: readonly string[]): ReadonlyMap<string, Line> =>
  new Map(subjects.map((who) => [who, new Line()]));
