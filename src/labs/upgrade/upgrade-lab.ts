import { type Signal, signal } from "@preact/signals";
import { BenchLab } from "#lab-kit/bench-lab.ts";
import type { LabState, SessionView } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Leases } from "#lab-kit/leases.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
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

/** What the lab is made with. */
export interface UpgradeLabOptions {
  failures: Readonly<Record<string, FailureText>>;
  start: { preset: PresetId; settings: Settings };
  /** A run has ended. */
  ended(run: Run): void;
  /** The recording of a preset, for when the server is away; none when it cannot be loaded. */
  recordingOf(preset: PresetId): Promise<Recording | undefined>;
  /** Build of the page; the one that this page names by default. */
  build?: string;
  /** Where the host is; the page's own origin by default. */
  url?: string;
  leases?: Leases;
}

/** A run on the bench: all that was seen of it, and how far it has come. */
interface Running {
  settings: Settings;
  seen: Observation[];
  stage: "moving" | "settled" | "over";
}

const waitForBenchMs = 4000;
const waitForAnnMs = 1500;

/** The upgrade lab without its looks: one client, which connects anew in each run. */
export class UpgradeLab {
  readonly settings = signal<Settings>({} as Settings);
  /** What the reader says now. */
  readonly said = signal<Said>({});
  /** What had been said when the run that is shown began. */
  readonly saidBefore = signal<Said>({});
  /** The stage is being set for a run. */
  readonly isPreparing = signal(false);
  readonly bench: BenchLab<typeof upgradeContract, Settings>;
  readonly #recordingOf: UpgradeLabOptions["recordingOf"];
  readonly #start: Signal<UpgradeLabOptions["start"]>;
  #running: Running | undefined;
  /** What Ann does once she is connected. */
  #greet = (): void => undefined;

  constructor({ start, recordingOf, ended, ...others }: UpgradeLabOptions) {
    this.#start = signal(start);
    this.#recordingOf = recordingOf;
    this.settings.value = start.settings;
    this.bench = new BenchLab<typeof upgradeContract, Settings>({
      ...others,
      lab: "upgrade",
      instance: start.preset,
      subjects: ["Ann"],
      // Each run sets its own transports; naming some keeps the kit from changing them.
      client: { autoConnect: false, transports: ["websocket"] },
      watchesPackets: true,
      isComplete,
      presetOf,
      recorded: (seen) => this.#record(seen),
      changed: (view) => this.#changed(view),
      // Once the server is away, its recording can no longer be loaded from it.
      ready: () => void recordingOf(this.#start.value.preset),
      ended: (run) => {
        this.#ann?.socket.disconnect();
        ended(run);
      },
    });
  }

  open(): void {
    this.bench.open();
  }

  close(): void {
    this.bench.close();
  }

  /** The preset that the reader started from. */
  get startPreset(): PresetId {
    return this.#start.value.preset;
  }

  change(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
    this.bench.problem.value = undefined;
    // A prediction is about one setting: after its run, another setting needs a new one.
    if (this.bench.run.value) this.said.value = {};
  }

  say(change: Said): void {
    this.said.value = { ...this.said.value, ...change };
  }

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: UpgradeLabOptions["start"]): void {
    this.#start.value = start;
    this.reset();
  }

  /** Back to where the reader started; the bench stays. */
  reset(): void {
    const { recorder, problem } = this.bench;
    this.settings.value = this.#start.value.settings;
    this.said.value = {};
    problem.value = undefined;
    recorder.clear();
    this.#ann?.socket.disconnect();
  }

  /** Lets Ann connect as it is set: on the bench, or as a recording while the server is away. */
  async connect(): Promise<void> {
    if (this.isPreparing.value) return;
    this.bench.problem.value = undefined;
    this.isPreparing.value = true;
    try {
      if (await this.#isLive()) await this.#runOnBench();
      else await this.#playRecording();
    } finally {
      this.isPreparing.value = false;
    }
  }

  /** Shows a recording: one that the reader opened, or one that the lab brought. */
  show(recording: Recording): void {
    this.bench.problem.value = undefined;
    this.settings.value = recording.settings as Settings;
    this.saidBefore.value = this.said.value;
    this.bench.recorder.show(recording);
  }

  get #ann(): Subject | undefined {
    return this.bench.session.subjects.get("Ann");
  }

  /** Whether the bench is open now; opens it, or waits for it, when it is not lost. */
  async #isLive(): Promise<boolean> {
    const { view } = this.bench;
    this.open();
    await until(() => !isOpening(view.value.state), waitForBenchMs);
    return view.value.state === "live";
  }

  async #runOnBench(): Promise<void> {
    const { session, recorder } = this.bench;
    const settings = this.settings.value;
    const { websocket } = settings;
    await this.#leave();
    const isHeartbeatShort = awaitsPing(settings);
    const answer = await session.command("prepare", { websocket, isHeartbeatShort });
    if (!answer.ok) return this.bench.failed(answer.failure);
    const ann = this.#ann;
    if (!ann) return;
    this.saidBefore.value = this.said.value;
    this.#running = { settings, seen: [], stage: "moving" };
    recorder.begin(settings);
    setUp(ann.socket, settings);
    this.#greet = greetings[settings.sequel](ann);
    ann.socket.once("connect", this.#greet);
    ann.socket.connect();
  }

  /** Ann must be gone, for both sides, before she comes again. */
  async #leave(): Promise<void> {
    this.#ann?.socket.off("connect", this.#greet);
    this.#ann?.socket.disconnect();
    await until(() => !this.bench.view.value.seen.has("Ann"), waitForAnnMs);
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
    const { problem } = this.bench;
    if (unleased?.includes("Ann")) problem.value = waitsText;
    else if (problem.value === waitsText) problem.value = undefined;
  }

  /** The server is away: the preset's recording stands in, and says so. */
  async #playRecording(): Promise<void> {
    const preset = presetOf(this.settings.value);
    const recording = preset && (await this.#recordingOf(preset));
    if (recording) return this.show(recording);
    this.bench.problem.value = {
      says: "The server is away, and only the presets were recorded.",
      next: "Press Reset to see one, or wait: the page tries again by itself.",
    };
  }
}

const waitsText: FailureText = {
  says: "A browser has six connections for one site, and other labs or tabs hold them: Ann waits for one.",
  next: "Close or hide another tab of this site. Then she connects by itself.",
};

const isOpening = (state: LabState): boolean => state === "static" || state === "connecting";

const hello = ({ socket, call }: Subject): void =>
  call("hello", ({ answered }) => socket.emit("hello", answered));

/** What Ann's program does when it hears that she is connected. */
const greetings: Readonly<Record<Sequel, (ann: Subject) => () => void>> = {
  nothing: () => () => undefined,
  emit: (ann) => () => hello(ann),
  "ping-then-emit": (ann) => () => ann.socket.io.engine.once("ping", () => hello(ann)),
  heartbeats: () => () => undefined,
};
