import { BenchLab } from "#lab-kit/bench-lab.ts";
import type { SessionView } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
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
  readonly bench: BenchLab<typeof connectionContract, Settings>;
  readonly #recording: ConnectionLabOptions["recording"];

  constructor({ failures, ended, recording }: ConnectionLabOptions) {
    this.#recording = recording;
    this.bench = new BenchLab<typeof connectionContract, Settings>({
      lab: "connection",
      subjects: [you],
      client: { transports: ["polling", "websocket"] },
      watchesPackets: true,
      failures,
      isComplete,
      presetOf: () => "default",
      ended,
      ready: () => this.bench.recorder.begin({}),
      changed: (view, before) => this.#changed(view, before),
    });
  }

  open(): void {
    this.bench.open();
  }

  close(): void {
    this.bench.close();
  }

  /** Says hello to the server and waits for its acknowledgement. */
  hello(): void {
    const subject = this.bench.session.subjects.get(you);
    if (!subject) return;
    this.bench.recorder.begin({});
    subject.call("hello", ({ answered }) => subject.socket.emit("hello", () => answered("ok")));
  }

  /** Closes the connection and opens it again. */
  reconnect(): void {
    const socket = this.bench.session.subjects.get(you)?.socket;
    if (!socket) return;
    socket.disconnect();
    this.bench.recorder.begin({});
    socket.connect();
  }

  /** Before its first run, a page whose server is away shows a recording. */
  #changed(view: SessionView, before: SessionView): void {
    if (view.state === "lost" && before.state !== "lost" && !this.bench.run.value)
      void this.#standIn();
  }

  async #standIn(): Promise<void> {
    const recording = await this.#recording();
    const { view, recorder } = this.bench;
    if (recording && view.value.state === "lost") recorder.show(recording);
  }
}

/** It is up when both sides have seen the upgrade; a hello has ended with its acknowledgement. */
const isComplete = (observations: readonly Observation[]): boolean =>
  observations.some(({ what }) => what === "ack-received") ||
  ["page", "server"].every((side) =>
    observations.some(({ what, clock }) => what === "upgraded" && clock === side),
  );
