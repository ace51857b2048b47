import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Server as Engine } from "engine.io";
import type { Observation } from "#lab-kit/observation.ts";
import { PageObserver } from "#lab-kit/observer.ts";
import { NetHost } from "#lab-kit/server/net/net-host.ts";
import { type AckCallbacks, openSubject, type Subject } from "#lab-kit/subject.ts";
import { OpenBench } from "#server/bench.ts";
import { defaultLimits } from "#server/limits.ts";
import {
  type ClientName,
  chosenNamespace,
  clientNames,
  namespaces,
  type OtherNamespace,
  otherNamespaces,
  readPayload,
  type Settings,
} from "../model.ts";
import { namespacesOf } from "../namespaces-of.ts";
import { pageCalls } from "../page-calls.ts";
import { type Calls, emitServerWith } from "../server.ts";
import { controlOf } from "./control-stand-in.ts";
import { ManualTimers } from "./manual-timers.ts";

/** What really happened in one run, counted without any observation. */
export interface RigRun {
  observations: Observation[];
  /** Calls of each client's listener. */
  handled: Record<ClientName, number>;
  /** Packets with the event that reached each client, whether it listens or not. */
  arrived: Record<ClientName, number>;
  /** Calls of the acknowledgement's callback: the answers, and the errors. */
  answers: unknown[];
  errors: string[];
  /** How often the event reached the server. */
  reached: number;
  /** Packets that the clients still keep. */
  buffered: number;
  /** Engine.IO sessions that the server opened. */
  opened: number;
  /** Clients that a namespace refused. */
  refused: ClientName[];
}

const down = "fence:down";
const up = "fence:up";

/** One real bench on a real HTTP server, with three real clients. No run pauses. */
export class Rig {
  readonly #http: HttpServer;
  readonly #bench: OpenBench;
  readonly #subjects: ReadonlyMap<ClientName, Subject>;
  readonly #timers = new ManualTimers();
  #observations: Observation[] = [];
  #reached = 0;
  #opened = 0;
  readonly #refused = new Set<ClientName>();
  readonly #handled: Record<ClientName, number> = { Ann: 0, Bob: 0, Cem: 0 };
  readonly #arrived: Record<ClientName, number> = { Ann: 0, Bob: 0, Cem: 0 };
  readonly #listening = new Map<ClientName, boolean>();

  private constructor(http: HttpServer, bench: OpenBench) {
    this.#http = http;
    this.#bench = bench;
    const observer = new PageObserver((seen) => this.#observations.push(seen));
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const client = { autoConnect: false, reconnection: false };
    const open = (who: ClientName) => {
      const seat = bench.seats[who] ?? "";
      const namespaces = namespacesOf(who);
      return openSubject({ who, bench: "b", seat, observer, url, client, namespaces });
    };
    this.#subjects = new Map(clientNames.map((who) => [who, open(who)]));
    for (const subject of this.#subjects.values()) {
      this.#timers.install(subject.socket.io);
      this.#countArrivals(subject);
    }
    bench.attachControl(controlOf((batch) => this.#observations.push(...batch)));
    bench.engine.on("connection", () => {
      this.#opened += 1;
    });
    for (const namespace of namespaces) {
      bench.io.of(namespace).on("connection", (socket) => {
        socket.on(up, () => bench.io.emit(down));
        socket.onAny((event) => {
          if (event !== up) this.#reached += 1;
        });
      });
    }
  }

  /** Opens the bench with these calls of the server. */
  static async open(calls: Calls): Promise<Rig> {
    const limits = { ...defaultLimits, eventsPerSecond: 1_000_000 };
    const lab = emitServerWith(calls);
    const nowMs = () => performance.now();
    const random = () => 0.5;
    const bench = new OpenBench({
      lab,
      key: "k",
      owner: "o",
      address: "::1",
      limits,
      nowMs,
      random,
      net: new NetHost(nowMs),
    });
    const http = createServer((_, response) => response.end());
    http.on("upgrade", (request, socket, head) => {
      bench.engine.handleUpgrade(request as Parameters<Engine["handleUpgrade"]>[0], socket, head);
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    await bench.half.handlers.namespaces?.({});
    return new Rig(http, bench);
  }

  /** Runs these settings once and waits for the fence behind the last packet. */
  async run(settings: Settings): Promise<RigRun> {
    await this.#prepare(settings);
    this.#forget();
    await this.#joinAgain(settings);
    const answers: unknown[] = [];
    const errors: string[] = [];
    const fence = this.#fence();
    if (settings.from === "server") await this.#bench.half.handlers.act?.({});
    else this.#call(settings, answers, errors);
    this.#raiseFence(settings);
    await fence;
    this.#timers.runOut();
    this.#bench.flush();
    return {
      observations: ofEvent(this.#observations, settings.event),
      handled: { ...this.#handled },
      arrived: { ...this.#arrived },
      reached: this.#reached,
      buffered: this.#takeBuffered(),
      opened: this.#opened,
      refused: clientNames.filter((who) => this.#refused.has(who)),
      answers,
      errors,
    };
  }

  async close(): Promise<void> {
    for (const subject of this.#subjects.values()) subject.close();
    await this.#bench.close("closed");
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #prepare(settings: Settings): Promise<void> {
    const { clients, event, payload, serverCall, room, namespaces: use } = settings;
    for (const who of clientNames) {
      const { connected, listens } = clients[who];
      this.#listen(who, event, listens);
      const subject = this.#subject(who);
      const isFresh = use?.isFresh && who === settings.from;
      if (subject.socket.connected && (!connected || isFresh)) await this.#disconnect(subject);
      if (connected && !isFresh) await this.#connect(subject, use);
    }
    const rooms = {
      Ann: clients.Ann.rooms,
      Bob: clients.Bob.rooms,
      Cem: clients.Cem.rooms,
    };
    const namespace = chosenNamespace(settings);
    const arm = { event, payload, serverCall, room, rooms, namespace };
    await this.#bench.half.handlers.arm?.(arm);
  }

  #countArrivals({ who, sockets }: Subject): void {
    for (const socket of sockets.values()) {
      socket.onAny((event) => {
        if (event !== down) this.#arrived[who as ClientName] += 1;
      });
    }
  }

  /** The lab's own listener, which makes observations, and one beside it, which only counts. */
  #listen(who: ClientName, event: string, listens: boolean): void {
    if (this.#listening.get(who) === listens) return;
    this.#listening.set(who, listens);
    const subject = this.#subject(who);
    for (const socket of subject.sockets.values()) socket.off(event);
    subject.listen(listens ? event : undefined);
    if (!listens) return;
    for (const socket of subject.sockets.values()) {
      socket.on(event, () => {
        this.#handled[who] += 1;
      });
    }
  }

  /** As the lab does when a run begins: who was refused tries again, and a fresh client connects. */
  async #joinAgain({ clients, namespaces: use }: Settings): Promise<void> {
    for (const who of clientNames) {
      if (clients[who].connected && use) await this.#connect(this.#subject(who), use);
    }
  }

  /** Brings a client to its namespaces; a refusal is an end, too. */
  async #connect(subject: Subject, use: Settings["namespaces"]): Promise<void> {
    const who = subject.who as ClientName;
    const isWanted = (namespace: OtherNamespace) => use?.joins[who].includes(namespace) ?? false;
    for (const namespace of otherNamespaces) {
      const { socket, leave } = subject.in(namespace);
      if (isWanted(namespace)) continue;
      if (socket.connected) await this.#leave(who, namespace, leave);
      else leave();
    }
    const joins = otherNamespaces.filter(isWanted).map(async (namespace) => {
      const { socket, join } = subject.in(namespace);
      if (socket.connected) return;
      await connect(socket, join).catch(() => this.#refused.add(who));
    });
    if (!subject.socket.connected) await connect(subject.socket, () => subject.socket.connect());
    await Promise.all(joins);
  }

  #call(settings: Settings, answers: unknown[], errors: string[]): void {
    const { from, pageCall, event, payload } = settings;
    const subject = this.#subject(from as ClientName);
    const namespace = chosenNamespace(settings);
    const socket = subject.sockets.get(namespace) ?? subject.socket;
    const data = readPayload(payload);
    if (!data.ok) throw new Error(`rig: payload = ${payload}, must be JSON`);
    const make = ({ answered, failed }: AckCallbacks) =>
      pageCalls[pageCall]({
        socket,
        event,
        data: data.value,
        answered: (answer) => {
          answers.push(answer);
          answered(answer);
        },
        failed: (error) => {
          errors.push(error.message);
          failed(error);
        },
      });
    subject.call(event, make, namespace);
  }

  /** Resolves when every connected client has the fence. */
  #fence(): Promise<unknown> {
    const connected = [...this.#subjects.values()].filter(({ socket }) => socket.connected);
    return Promise.all(
      connected.map(({ socket }) => new Promise<void>((resolve) => socket.once(down, resolve))),
    );
  }

  /** Behind the event on the sender's connection; without one, behind what the server wrote. */
  #raiseFence({ from }: Settings): void {
    const sender = from === "server" ? undefined : this.#subject(from as ClientName).socket;
    if (sender?.connected) sender.emit(up);
    else this.#bench.io.emit(down);
  }

  #forget(): void {
    for (const who of clientNames) {
      this.#handled[who] = 0;
      this.#arrived[who] = 0;
    }
    this.#reached = 0;
    this.#opened = 0;
    this.#refused.clear();
    this.#bench.flush();
    this.#observations = [];
  }

  /** Counts what the clients keep, and throws it away. */
  #takeBuffered(): number {
    const sockets = [...this.#subjects.values()].flatMap((subject) => [
      ...subject.sockets.values(),
    ]);
    const buffers = sockets.map(({ sendBuffer }) => sendBuffer);
    return buffers.reduce((sum, buffer) => sum + buffer.splice(0).length, 0);
  }

  async #disconnect({ who, socket }: Subject): Promise<void> {
    await this.#leave(who, "/", () => socket.disconnect());
  }

  /** Resolves when the server has seen it. */
  async #leave(who: string, namespace: string, leave: () => void): Promise<void> {
    const atServer = this.#bench.subjects(namespace).get(who);
    const left = new Promise((resolve) => atServer?.once("disconnect", resolve));
    leave();
    await left;
  }

  #subject(who: ClientName): Subject {
    const subject = this.#subjects.get(who);
    if (!subject) throw new Error(`rig: who = ${who}, must be a client of the lab`);
    return subject;
  }
}

const connect = (socket: Subject["socket"], begin: () => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (settle: (error?: Error) => void) => (error?: Error) => {
      socket.off("connect", connected);
      socket.off("connect_error", refused);
      settle(error);
    };
    const connected = end(() => resolve());
    const refused = end(reject);
    socket.once("connect", connected);
    socket.once("connect_error", refused);
    begin();
  });

/** Leaves the fence's own observations out. */
const ofEvent = (observations: readonly Observation[], event: string): Observation[] =>
  observations.filter((seen) => !("event" in seen) || seen.event === event);
