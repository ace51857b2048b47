import { io, type Socket } from "socket.io-client";
import { fail, type Result } from "#lib/result.ts";
import { ClockEstimate, pageClockStepMs } from "./clock.ts";
import type { EndReason } from "./end-reasons.ts";
import type { Failure } from "./failures.ts";
import type { ControlAuth } from "./kit-contract.ts";
import { leasePolls } from "./lease-polls.ts";
import { type Leases, pageLeases } from "./leases.ts";
import type { ControlTransport } from "./polling-fallback.ts";
import { isTransient, refusalOf, retryPauseMs } from "./refusals.ts";
import { onWake } from "./wake.ts";

/** How the control channel stands. */
export type ControlState = "connecting" | "live" | "lost";

/** What a control channel tells the one who opened it. */
export interface ControlHooks {
  state(state: ControlState): void;
  /** The server refused this page. `isRetried`: it is asked again after a pause. */
  refused(failure: Failure, isRetried: boolean): void;
  /**
   * Connected, or connected again: the bench is to be opened now. The state follows.
   *
   * @returns whether it is open; if not, it is tried again after a pause
   */
  connected(): Promise<boolean>;
  ended(reason: EndReason): void;
  /** Any other notice. */
  notice(name: string, notice: unknown): void;
  /** WebSocket does not work here, and the browser has no other connection left; or that is over. */
  waits?(isWaiting: boolean): void;
}

/** Where and as whom to connect. */
export interface ControlOptions {
  auth: ControlAuth;
  /** Command that asks for the server's clock. */
  clockCommand: "bench-clock" | "guest-clock";
  hooks: ControlHooks;
  /** Where the host is; the page's own origin by default. */
  url?: string;
  leases?: Leases;
}

const answerWithinMs = 4000;
/** After sleep an answer is wanted sooner: the reader is waiting. */
const wakeWithinMs = 2000;
const beatEveryMs = 5000;
const clockSamples = 6;
const reconnection = { reconnectionDelay: 400, reconnectionDelayMax: 2000, timeout: 4000 };

/**
 * The page's own connection to its bench: commands go up, notices come down. Separate from the
 * clients under study, so that watching them leaves their connections as they are. It comes back by
 * itself from every loss; from a refusal, only if time can mend it.
 */
export class ControlChannel {
  readonly clock = new ClockEstimate(pageClockStepMs(globalThis.crossOriginIsolated === true));
  readonly #socket: Socket;
  readonly #hooks: ControlHooks;
  readonly #clockCommand: string;
  readonly #stopWatching: () => void;
  #beat: ReturnType<typeof setInterval> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #refusals = 0;
  #isWaiting = false;
  /** Counts connections, so that what belongs to an older one is known. */
  #connection = 0;

  constructor({ auth, clockCommand, hooks, url, leases = pageLeases() }: ControlOptions) {
    this.#hooks = hooks;
    this.#clockCommand = clockCommand;
    const options = { path: "/control/", auth, forceNew: true, autoConnect: false };
    const all = { ...options, ...reconnection };
    this.#socket = url === undefined ? io(all) : io(url, all);
    const waits = (isWaiting: boolean) => this.#waits(isWaiting);
    leasePolls(this.#socket, { kind: "control", leases, waits });
    this.#listen();
    this.#stopWatching = onWake(() => void this.#wake());
    this.#socket.connect();
  }

  /** Transport of this connection while it is there. */
  get transport(): ControlTransport {
    if (!this.#socket.connected) return undefined;
    return this.#socket.io.engine.transport.name === "polling" ? "polling" : "websocket";
  }

  /** Sends a command and waits for its answer, four seconds at most. */
  async command<Value>(
    name: string,
    payload: unknown,
    withinMs = answerWithinMs,
  ): Promise<Result<Value, Failure>> {
    if (!this.#socket.connected) return fail({ code: "disconnected" });
    try {
      const answer: unknown = await this.#socket.timeout(withinMs).emitWithAck(name, payload);
      return answer as Result<Value, Failure>;
    } catch {
      return fail({ code: this.#socket.connected ? "timeout" : "disconnected" });
    }
  }

  /** @param lastCommand sent before, if there is a connection; nobody waits for its answer */
  close(lastCommand?: string): void {
    this.#connection += 1;
    this.#stopWatching();
    clearInterval(this.#beat);
    clearTimeout(this.#retry);
    this.#socket.removeAllListeners();
    this.#socket.offAny();
    if (lastCommand && this.#socket.connected) this.#socket.emit(lastCommand, {}, () => undefined);
    this.#socket.disconnect();
  }

  #listen(): void {
    this.#socket.on("connect", () => void this.#connected());
    this.#socket.on("disconnect", (reason) => this.#disconnected(reason));
    this.#socket.on("connect_error", (error: Error) => {
      const failure = refusalOf(error);
      if (failure) this.#refused(failure);
      else this.#hooks.state("lost");
    });
    this.#socket.on("ended", ({ code }: { code: EndReason }) => this.#hooks.ended(code));
    this.#socket.onAny((name: string, payload: unknown) => {
      if (name !== "ended") this.#hooks.notice(name, payload);
    });
  }

  async #connected(): Promise<void> {
    this.#connection += 1;
    const connection = this.#connection;
    this.clock.clear();
    await this.#readClock(clockSamples);
    if (connection !== this.#connection) return;
    const isOpen = await this.#hooks.connected();
    if (connection !== this.#connection) return;
    if (!isOpen) {
      this.#hangUp(this.#nextPauseMs());
      return;
    }
    this.#refusals = 0;
    this.#hooks.state("live");
    this.#beat = setInterval(() => void this.#listenForAnswer(), beatEveryMs);
  }

  #disconnected(reason: Socket.DisconnectReason): void {
    this.#connection += 1;
    clearInterval(this.#beat);
    this.#hooks.state("lost");
    if (reason === "io server disconnect") this.#connectAfter(reconnection.reconnectionDelay);
  }

  #refused(failure: Failure): void {
    const isRetried = isTransient(failure);
    if (isRetried) this.#hangUp(this.#nextPauseMs());
    this.#hooks.refused(failure, isRetried);
  }

  #nextPauseMs(): number {
    this.#refusals += 1;
    return retryPauseMs(this.#refusals);
  }

  /** Ends this connection, for a new one after a pause. */
  #hangUp(pauseMs: number): void {
    this.#socket.disconnect();
    this.#connectAfter(pauseMs);
  }

  #connectAfter(pauseMs: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), pauseMs);
  }

  #waits(isWaiting: boolean): void {
    if (isWaiting === this.#isWaiting) return;
    this.#isWaiting = isWaiting;
    this.#hooks.waits?.(isWaiting);
  }

  /** A connection can be dead without a word; two questions without an answer tell. */
  async #listenForAnswer(): Promise<void> {
    const connection = this.#connection;
    const isAnswered = (await this.#readClock(1)) || (await this.#readClock(1));
    if (!isAnswered && connection === this.#connection) this.#hangUp(0);
  }

  async #wake(): Promise<void> {
    if (this.#isWaiting) return;
    const connection = this.#connection;
    const isAnswered = this.#socket.connected && (await this.#readClock(1, wakeWithinMs));
    if (!isAnswered && connection === this.#connection) this.#hangUp(0);
  }

  /** @returns whether the server answered at all */
  async #readClock(times: number, withinMs = answerWithinMs): Promise<boolean> {
    let isAnswered = false;
    for (let asked = 0; asked < times; asked += 1) {
      const askedMs = performance.now();
      const answer = await this.command<{ atMs: number }>(this.#clockCommand, {}, withinMs);
      const answeredMs = performance.now();
      if (answer.ok) this.clock.add({ askedMs, answeredMs, serverMs: answer.value.atMs });
      else if (answer.failure.code === "disconnected") return isAnswered;
      isAnswered ||= answer.ok || answer.failure.code !== "timeout";
    }
    return isAnswered;
  }
}
