import { type Signal, signal } from "@preact/signals";
import { BenchLab } from "#lab-kit/bench-lab.ts";
import type { LabState } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { until } from "#lab-kit/until.ts";
import type { streamContract } from "./contract.ts";
import { messagesOfText, messagesRule } from "./message-text.ts";
import type { Said, Settings } from "./model.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";

/** What the lab is made with. */
export interface StreamLabOptions {
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
}

const waitForBenchMs = 4000;
/** A pause in all, and 8 MiB on a busy machine. */
const longestRunMs = 15_000;

/** The lab without its looks: one connection on the bench, written to and read from. */
export class StreamLab {
  readonly settings = signal<Settings>({} as Settings);
  /** The messages as the reader types them, while they do. */
  readonly draft = signal<string | undefined>(undefined);
  /** What the reader says now. */
  readonly said = signal<Said>({});
  /** What had been said when the run that is shown began. */
  readonly saidBefore = signal<Said>({});
  /** The stage is being set for a run. */
  readonly isPreparing = signal(false);
  readonly bench: BenchLab<typeof streamContract, Settings>;
  readonly #options: StreamLabOptions;
  readonly #start: Signal<StreamLabOptions["start"]>;

  constructor(options: StreamLabOptions) {
    const { start, recordingOf, ...others } = options;
    this.#options = options;
    this.#start = signal(start);
    this.settings.value = start.settings;
    this.bench = new BenchLab<typeof streamContract, Settings>({
      ...others,
      lab: "stream",
      instance: start.preset,
      subjects: [],
      isComplete,
      presetOf,
      longestRunMs: () => longestRunMs,
      // Once the server is away, its recording can no longer be loaded from it.
      ready: () => void recordingOf(this.#start.value.preset),
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

  /** Takes the messages as they are typed; what does not fit is kept, and not run. */
  type(text: string): void {
    this.draft.value = text;
    const messages = messagesOfText(text);
    if (messages) this.change({ messages });
  }

  /** Whether what is typed can be run. */
  get fits(): boolean {
    const { value: text } = this.draft;
    return text === undefined || messagesOfText(text) !== undefined;
  }

  say(change: Partial<Said>): void {
    this.said.value = { ...this.said.value, ...change };
  }

  /** Takes back what was said to one question. */
  unsay(ask: keyof Said): void {
    const { [ask]: _, ...rest } = this.said.value;
    this.said.value = rest;
  }

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: StreamLabOptions["start"]): void {
    this.#start.value = start;
    void this.reset();
  }

  /** Back to where the reader started; the bench stays. */
  async reset(): Promise<void> {
    const { recorder, problem, session } = this.bench;
    this.settings.value = this.#start.value.settings;
    this.draft.value = undefined;
    this.said.value = {};
    problem.value = undefined;
    const wasRunning = recorder.isRunning;
    recorder.clear();
    if (!wasRunning) return;
    // What the bench still tells of the old run must not come into the next one.
    this.isPreparing.value = true;
    await session.command("break-off", {});
    this.isPreparing.value = false;
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async begin(): Promise<void> {
    if (this.isPreparing.value || this.bench.recorder.isRunning) return;
    this.bench.problem.value = undefined;
    if (!this.fits) {
      this.bench.problem.value = {
        says: messagesRule,
        next: "Change what is typed, and run again.",
      };
      return;
    }
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
    this.draft.value = undefined;
    this.saidBefore.value = this.said.value;
    this.bench.recorder.show(recording);
  }

  /** Whether the bench is open now; opens it, or waits for it, when it is not lost. */
  async #isLive(): Promise<boolean> {
    const { view } = this.bench;
    this.open();
    await until(() => !isOpening(view.value.state), waitForBenchMs);
    return view.value.state === "live";
  }

  /** The run begins first: what the bench sees of it may be here before the answer. */
  async #runOnBench(): Promise<void> {
    const settings = this.settings.value;
    this.saidBefore.value = this.said.value;
    this.bench.recorder.begin(settings);
    const answer = await this.bench.session.command("transfer", {
      ...settings,
      messages: [...settings.messages],
    });
    if (answer.ok) return;
    this.bench.recorder.clear();
    this.bench.failed(answer.failure);
  }

  /** The server is away: the preset's recording stands in, and says so. */
  async #playRecording(): Promise<void> {
    const preset = presetOf(this.settings.value);
    const recording = preset && (await this.#options.recordingOf(preset));
    if (recording) return this.show(recording);
    this.bench.problem.value = {
      says: "The server is away, and only the presets were recorded.",
      next: "Press Reset to see one, or wait: the page tries again by itself.",
    };
  }
}

const isOpening = (state: LabState): boolean => state === "static" || state === "connecting";

/** The bench says so when both programs have ended. */
const isComplete = (observations: readonly Observation[]): boolean =>
  observations.some(({ what }) => what === "returned");
