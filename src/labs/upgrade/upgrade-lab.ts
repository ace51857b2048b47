import { signal } from "@preact/signals";
import type { SessionView } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Run } from "#lab-kit/recording.ts";
import type { Subject } from "#lab-kit/subject.ts";
import { until } from "#lab-kit/until.ts";
import { withoutSessionIds } from "#lab-kit/without-session-ids.ts";
import { setUp } from "./client-options.ts";
import type { upgradeContract } from "./contract.ts";
import { isComplete, isFence } from "./is-complete.ts";
import { isSettled } from "./is-settled.ts";
import { awaitsPing, type Said, type Sequel, type Settings } from "./model.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";

/** A run on the bench: all that was seen of it, and how far it has come. */
interface Running {
  settings: Settings;
  seen: Observation[];
  stage: "moving" | "settled" | "over";
}

const waitForAnnMs = 1500;

/** The upgrade lab without its looks: one client, which connects anew in each run. */
export class UpgradeLab extends PresetLab<typeof upgradeContract, Settings, Said, PresetId> {
  /** The stage is being set for a run. */
  readonly isPreparing = signal(false);
  #running: Running | undefined;
  /** What Ann does once she is connected. */
  #greet = (): void => undefined;

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    const ended = (run: Run) => {
      this.#ann?.socket.disconnect();
      given.ended(run);
    };
    super(
      { ...given, ended },
      {
        lab: "upgrade",
        subjects: ["Ann"],
        // Each run sets its own transports; naming some keeps the kit from changing them.
        client: { autoConnect: false, transports: ["websocket"] },
        watchesPackets: true,
        isComplete,
        presetOf,
        recorded: (seen) => this.#record(seen),
        changed: (view) => this.#changed(view),
      },
    );
  }

  override reset(): void {
    super.reset();
    this.#ann?.socket.disconnect();
  }

  /** Lets Ann connect as it is set: on the bench, or as a recording while the server is away. */
  async connect(): Promise<void> {
    if (this.isPreparing.value) return;
    this.problem.value = undefined;
    this.isPreparing.value = true;
    try {
      if (await this.isLive()) await this.#runOnBench();
      else await this.playRecording();
    } finally {
      this.isPreparing.value = false;
    }
  }

  get #ann(): Subject | undefined {
    return this.bench.session.subjects.get("Ann");
  }

  async #runOnBench(): Promise<void> {
    const { session } = this.bench;
    const settings = this.settings.value;
    const { websocket } = settings;
    await this.#leave();
    const isHeartbeatShort = awaitsPing(settings);
    const answer = await session.command("prepare", { websocket, isHeartbeatShort });
    if (!answer.ok) return this.bench.failed(answer.failure);
    const ann = this.#ann;
    if (!ann) return;
    this.#running = { settings, seen: [], stage: "moving" };
    this.begin(settings);
    setUp(ann.socket, settings);
    this.#greet = greetings[settings.sequel](ann);
    ann.socket.once("connect", this.#greet);
    ann.socket.connect();
  }

  /** Ann must be gone, for both sides, before she comes again. */
  async #leave(): Promise<void> {
    this.#ann?.socket.off("connect", this.#greet);
    this.#ann?.socket.disconnect();
    await until(() => !this.view.value.seen.has("Ann"), waitForAnnMs);
  }

  /** Nothing is recorded between runs, nor after the fence. */
  #record(seen: Observation): Observation | undefined {
    const running = this.#running;
    if (!this.bench.recorder.isRunning || !running || running.stage === "over") return undefined;
    const kept = withoutSessionIds(seen);
    running.seen.push(kept);
    if (isFence(kept)) running.stage = "over";
    else if (running.stage === "moving" && isSettled(running.seen, running.settings)) {
      running.stage = "settled";
      void this.#raiseFence();
    }
    return kept;
  }

  async #raiseFence(): Promise<void> {
    const answer = await this.bench.session.command("fence", {});
    if (!answer.ok) this.bench.failed(answer.failure);
  }

  /** Here Ann polls because she is told to, not because WebSocket is blocked. */
  #changed({ unleased }: SessionView): void {
    const { problem } = this;
    if (unleased?.includes("Ann")) problem.value = waitsText;
    else if (problem.value === waitsText) problem.value = undefined;
  }
}

const waitsText: FailureText = {
  says: "A browser has six connections for one site, and other labs or tabs hold them: Ann waits for one.",
  next: "Close or hide another tab of this site. Then she connects by itself.",
};

const hello = ({ socket, call }: Subject): void =>
  call("hello", ({ answered }) => socket.emit("hello", answered));

/** What Ann's program does when it hears that she is connected. */
const greetings: Readonly<Record<Sequel, (ann: Subject) => () => void>> = {
  nothing: () => () => undefined,
  emit: (ann) => () => hello(ann),
  "ping-then-emit": (ann) => () => ann.socket.io.engine.once("ping", () => hello(ann)),
  heartbeats: () => () => undefined,
};
