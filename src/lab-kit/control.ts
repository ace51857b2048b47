import { io, type Socket } from "socket.io-client";
import { fail, type Result } from "#lib/result.ts";
import { ClockEstimate, pageClockStepMs } from "./clock.ts";
import type { EndReason } from "./end-reasons.ts";
import type { Failure } from "./failures.ts";
import type { ControlAuth } from "./kit-contract.ts";

/** How the control channel stands. */
export type ControlState = "connecting" | "live" | "lost";

/** What a control channel tells the one who opened it. */
export interface ControlHooks {
  state(state: ControlState): void;
  /** The server refused this page. It is not tried again by itself. */
  refused(failure: Failure): void;
  /** Connected, or connected again: the bench is to be opened now. The state follows. */
  connected(): Promise<boolean>;
  ended(reason: EndReason): void;
  /** Any other notice. */
  notice(name: string, notice: unknown): void;
}

/** Where and as whom to connect. */
export interface ControlOptions {
  auth: ControlAuth;
  /** Command that asks for the server's clock. */
  clockCommand: "bench-clock" | "guest-clock";
  hooks: ControlHooks;
  /** Where the host is; the page's own origin by default. */
  url?: string;
}

const answerWithinMs = 4000;
const clockEveryMs = 20_000;
const clockSamples = 6;

/**
 * The page's own connection to its bench: commands go up, notices come down. Separate from the
 * clients under study, so that watching them leaves their connections as they are.
 */
export class ControlChannel {
  readonly clock = new ClockEstimate(pageClockStepMs(globalThis.crossOriginIsolated === true));
  readonly #socket: Socket;
  readonly #hooks: ControlHooks;
  readonly #clockCommand: string;
  #clockTimer: ReturnType<typeof setInterval> | undefined;

  constructor({ auth, clockCommand, hooks, url }: ControlOptions) {
    this.#hooks = hooks;
    this.#clockCommand = clockCommand;
    const options = {
      path: "/control/",
      auth,
      forceNew: true,
      reconnectionDelay: 400,
      reconnectionDelayMax: 2000,
      timeout: 4000,
    };
    this.#socket = url === undefined ? io(options) : io(url, options);
    this.#listen();
  }

  /** Sends a command and waits for its answer, four seconds at most. */
  async command<Value>(name: string, payload: unknown): Promise<Result<Value, Failure>> {
    if (!this.#socket.connected) return fail({ code: "disconnected" });
    try {
      const answer: unknown = await this.#socket.timeout(answerWithinMs).emitWithAck(name, payload);
      return answer as Result<Value, Failure>;
    } catch {
      return fail({ code: this.#socket.connected ? "timeout" : "disconnected" });
    }
  }

  close(): void {
    clearInterval(this.#clockTimer);
    this.#socket.removeAllListeners();
    this.#socket.offAny();
    this.#socket.disconnect();
  }

  #listen(): void {
    const { state, refused, ended, notice } = this.#hooks;
    this.#socket.on("connect", () => void this.#connected());
    this.#socket.on("disconnect", () => {
      clearInterval(this.#clockTimer);
      state("lost");
    });
    this.#socket.on("connect_error", (error: Error & { data?: Failure }) => {
      if (error.data?.code) refused(error.data);
      else state("lost");
    });
    this.#socket.on("ended", ({ code }: { code: EndReason }) => {
      ended(code);
    });
    this.#socket.onAny((name: string, payload: unknown) => {
      if (name !== "ended") notice(name, payload);
    });
  }

  async #connected(): Promise<void> {
    this.clock.clear();
    await this.#readClock(clockSamples);
    if (await this.#hooks.connected()) this.#hooks.state("live");
    clearInterval(this.#clockTimer);
    this.#clockTimer = setInterval(() => void this.#readClock(2), clockEveryMs);
  }

  async #readClock(times: number): Promise<void> {
    for (let asked = 0; asked < times; asked += 1) {
      const askedMs = performance.now();
      const answer = await this.command<{ atMs: number }>(this.#clockCommand, {});
      if (!answer.ok) return;
      const answeredMs = performance.now();
      this.clock.add({ askedMs, answeredMs, serverMs: answer.value.atMs });
    }
  }
}
