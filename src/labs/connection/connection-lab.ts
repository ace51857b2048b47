import { signal } from "@preact/signals";
import { BenchSession, type SessionView } from "#lab-kit/bench-session.ts";
import { type FailureText, failureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { pageBuild } from "#lab-kit/page-build.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { RunRecorder, type ShownRun } from "#lab-kit/run-recorder.ts";
import { unleasedText } from "#lab-kit/unleased-text.ts";
import type { connectionContract } from "./contract.ts";

type Settings = Record<string, never>;

const you = "You";

/** What the lab is made with. */
export interface ConnectionLabOptions {
  failures: Readonly<Record<string, FailureText>>;
  ended(run: Run): void;
  /** The recording that stands in while the server is away. */
  recording(): Promise<Recording | undefined>;
}

/** The connection lab without its looks: one client that comes up with Socket.IO's defaults. */
export class ConnectionLab {
  readonly view = signal<SessionView>({ state: "static", guests: 0, seen: new Set() });
  readonly run = signal<ShownRun<Settings> | undefined>(undefined);
  readonly problem = signal<FailureText | undefined>(undefined);
  readonly #options: ConnectionLabOptions;
  readonly #session: BenchSession<typeof connectionContract>;
  readonly #recorder: RunRecorder<Settings>;

  constructor(options: ConnectionLabOptions) {
    this.#options = options;
    this.#session = new BenchSession({
      lab: "connection",
      build: pageBuild(),
      subjects: [you],
      client: { transports: ["polling", "websocket"] },
      watchesPackets: true,
      changed: (view) => this.#changed(view),
      observed: (seen) => this.#recorder.take(seen),
      ready: () => this.#recorder.begin({}),
    });
    this.#recorder = new RunRecorder<Settings>({
      lab: "connection",
      clocks: () => this.#session.clocks,
      isComplete,
      presetOf: () => "default",
      draw: (run) => {
        this.run.value = run;
      },
      ended: options.ended,
    });
  }

  open(): void {
    this.#session.open();
  }

  close(): void {
    this.#session.close();
  }

  /** Says hello to the server and waits for its acknowledgement. */
  hello(): void {
    const subject = this.#session.subjects.get(you);
    if (!subject) return;
    this.#recorder.begin({});
    subject.call("hello", ({ answered }) => subject.socket.emit("hello", () => answered("ok")));
  }

  /** Closes the connection and opens it again. */
  reconnect(): void {
    const socket = this.#session.subjects.get(you)?.socket;
    if (!socket) return;
    socket.disconnect();
    this.#recorder.begin({});
    socket.connect();
  }

  #changed(view: SessionView): void {
    const wasLost = this.view.value.state === "lost";
    this.view.value = view;
    if (view.refusal) this.problem.value = failureText(view.refusal, this.#options.failures);
    if (view.state === "live") this.problem.value = undefined;
    if (view.unleased) this.problem.value = unleasedText(view.unleased);
    if (view.state === "lost" && !wasLost) void this.#standIn();
  }

  async #standIn(): Promise<void> {
    if (this.run.value) return this.#recorder.interrupt();
    const recording = await this.#options.recording();
    if (recording && this.view.value.state === "lost") this.#recorder.show(recording);
  }
}

/** It is up when both sides have seen the upgrade; a hello has ended with its acknowledgement. */
const isComplete = (observations: readonly Observation[]): boolean =>
  observations.some(({ what }) => what === "ack-received") ||
  ["page", "server"].every((side) =>
    observations.some(({ what, clock }) => what === "upgraded" && clock === side),
  );
