import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Server as Engine } from "engine.io";
import type { Observation } from "#lab-kit/observation.ts";
import { PageObserver } from "#lab-kit/observer.ts";
import { openSubject, type Subject } from "#lab-kit/subject.ts";
import { OpenBench } from "#server/bench.ts";
import { defaultLimits } from "#server/limits.ts";
import { type ClientName, clientNames, readPayload, type Settings } from "../model.ts";
import { pageCalls } from "../page-calls.ts";
import { type Calls, emitServerWith } from "../server.ts";
import { controlOf } from "./control-stand-in.ts";
import { ManualTimers } from "./manual-timers.ts";

/** What really happened in one run, counted without any observation. */
export interface RigRun {
  observations: Observation[];
  /** Calls of each client's listener. */
  handled: Record<ClientName, number>;
  /** Calls of the acknowledgement's callback: the answers, and the errors. */
  answers: unknown[];
  errors: string[];
  /** How often the event reached the server. */
  reached: number;
  /** Packets that the clients still keep. */
  buffered: number;
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
  readonly #handled: Record<ClientName, number> = { Ann: 0, Bob: 0, Cem: 0 };
  readonly #listening = new Map<ClientName, boolean>();

  private constructor(http: HttpServer, bench: OpenBench) {
    this.#http = http;
    this.#bench = bench;
    const observer = new PageObserver((seen) => this.#observations.push(seen));
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const client = { autoConnect: false, reconnection: false };
    const open = (who: ClientName) =>
      openSubject({ who, bench: "b", seat: bench.seats[who] ?? "", observer, url, client });
    this.#subjects = new Map(clientNames.map((who) => [who, open(who)]));
    for (const { socket } of this.#subjects.values()) this.#timers.install(socket.io);
    bench.attachControl(controlOf((batch) => this.#observations.push(...batch)));
    bench.io.on("connection", (socket) => {
      socket.on(up, () => bench.io.emit(down));
      socket.onAny((event) => {
        if (event !== up) this.#reached += 1;
      });
    });
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
    });
    const http = createServer((_, response) => response.end());
    http.on("upgrade", (request, socket, head) => {
      bench.engine.handleUpgrade(request as Parameters<Engine["handleUpgrade"]>[0], socket, head);
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    return new Rig(http, bench);
  }

  /** Runs these settings once and waits for the fence behind the last packet. */
  async run(settings: Settings): Promise<RigRun> {
    await this.#prepare(settings);
    this.#forget();
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
      reached: this.#reached,
      buffered: this.#takeBuffered(),
      answers,
      errors,
    };
  }

  async close(): Promise<void> {
    for (const subject of this.#subjects.values()) subject.close();
    await this.#bench.close("closed");
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #prepare({ clients, event, payload, serverCall, room }: Settings): Promise<void> {
    for (const who of clientNames) {
      const { connected, listens } = clients[who];
      this.#listen(who, event, listens);
      const subject = this.#subject(who);
      if (connected && !subject.socket.connected) await connect(subject);
      if (!connected && subject.socket.connected) await this.#disconnect(subject);
    }
    const rooms = {
      Ann: clients.Ann.rooms,
      Bob: clients.Bob.rooms,
      Cem: clients.Cem.rooms,
    };
    await this.#bench.half.handlers.arm?.({ event, payload, serverCall, room, rooms });
  }

  /** The lab's own listener, which makes observations, and one beside it, which only counts. */
  #listen(who: ClientName, event: string, listens: boolean): void {
    if (this.#listening.get(who) === listens) return;
    this.#listening.set(who, listens);
    const subject = this.#subject(who);
    subject.socket.off(event);
    subject.listen(listens ? event : undefined);
    if (!listens) return;
    subject.socket.on(event, () => {
      this.#handled[who] += 1;
    });
  }

  #call({ from, pageCall, event, payload }: Settings, answers: unknown[], errors: string[]): void {
    const subject = this.#subject(from as ClientName);
    const { socket } = subject;
    const data = readPayload(payload);
    if (!data.ok) throw new Error(`rig: payload = ${payload}, must be JSON`);
    subject.call(event, ({ answered, failed }) =>
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
      }),
    );
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
    for (const who of clientNames) this.#handled[who] = 0;
    this.#reached = 0;
    this.#bench.flush();
    this.#observations = [];
  }

  /** Counts what the clients keep, and throws it away. */
  #takeBuffered(): number {
    const buffers = [...this.#subjects.values()].map(({ socket }) => socket.sendBuffer);
    return buffers.reduce((sum, buffer) => sum + buffer.splice(0).length, 0);
  }

  async #disconnect({ who, socket }: Subject): Promise<void> {
    const atServer = this.#bench.subjects().get(who);
    const left = new Promise((resolve) => atServer?.once("disconnect", resolve));
    socket.disconnect();
    await left;
  }

  #subject(who: ClientName): Subject {
    const subject = this.#subjects.get(who);
    if (!subject) throw new Error(`rig: who = ${who}, must be a client of the lab`);
    return subject;
  }
}

const connect = ({ socket }: Subject): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
    socket.connect();
  });

/** Leaves the fence's own observations out. */
const ofEvent = (observations: readonly Observation[], event: string): Observation[] =>
  observations.filter((seen) => !("event" in seen) || seen.event === event);
