import { type Signal, signal } from "@preact/signals";
import { BenchLab, type BenchLabOptions } from "./bench-lab.ts";
import type { LabState } from "./bench-session.ts";
import type { Contract } from "./contract.ts";
import type { FailureText } from "./failures.ts";
import type { Recording } from "./recording.ts";
import { until } from "./until.ts";

/** Settings to start from, and the preset that they were made of. */
export interface Start<Settings extends object, PresetId extends string> {
  preset: PresetId;
  settings: Settings;
}

/** What a lab with presets is made with by its page. */
export interface PresetLabGiven<Settings extends object, PresetId extends string>
  extends Pick<BenchLabOptions<Settings>, "failures" | "ended" | "url" | "build" | "leases"> {
  start: Start<Settings, PresetId>;
  /** The recording of a preset, for when the server is away; none when it cannot be loaded. */
  recordingOf(preset: PresetId): Promise<Recording | undefined>;
}

/** What the lab itself says of its bench and its runs. */
export interface PresetLabOptions<Settings extends object, PresetId extends string>
  extends Omit<BenchLabOptions<Settings>, "failures" | "ended" | "instance" | "presetOf"> {
  presetOf(settings: Settings): PresetId | undefined;
}

const waitForBenchMs = 4000;

/**
 * A lab with presets, without its looks: settings, what the reader says about the run to come, the
 * bench, and the run that is shown. A lab extends it by what its runs are.
 */
export class PresetLab<
  C extends Contract,
  Settings extends object,
  Said extends object,
  PresetId extends string,
> {
  readonly settings: Signal<Settings>;
  /** What the reader says now. */
  readonly said = signal<Partial<Said>>({});
  /** What had been said when the run that is shown began. */
  readonly saidBefore = signal<Partial<Said>>({});
  readonly bench: BenchLab<C, Settings>;
  readonly #start: Signal<Start<Settings, PresetId>>;
  readonly #presetOf: (settings: Settings) => PresetId | undefined;
  readonly #recordingOf: PresetLabGiven<Settings, PresetId>["recordingOf"];

  constructor(
    { start, recordingOf, ...given }: PresetLabGiven<Settings, PresetId>,
    options: PresetLabOptions<Settings, PresetId>,
  ) {
    this.#start = signal(start);
    this.#presetOf = options.presetOf;
    this.#recordingOf = recordingOf;
    this.settings = signal(start.settings);
    this.bench = new BenchLab<C, Settings>({
      ...given,
      ...options,
      instance: start.preset,
      ready: () => {
        // Once the server is away, its recording can no longer be loaded from it.
        void recordingOf(this.startPreset);
        return options.ready?.();
      },
    });
  }

  get view(): BenchLab<C, Settings>["view"] {
    return this.bench.view;
  }

  get run(): BenchLab<C, Settings>["run"] {
    return this.bench.run;
  }

  get problem(): BenchLab<C, Settings>["problem"] {
    return this.bench.problem;
  }

  get state(): BenchLab<C, Settings>["state"] {
    return this.bench.state;
  }

  /** The server is away; a bench that has ended is only opened anew. */
  get isAway(): boolean {
    const { state, ended } = this.view.value;
    return state === "lost" && !ended;
  }

  /** The preset that the reader started from. */
  get startPreset(): PresetId {
    return this.#start.value.preset;
  }

  open(): void {
    this.bench.open();
  }

  close(): void {
    this.bench.close();
  }

  change(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
    this.problem.value = undefined;
    // A prediction is about one setting: after its run, another setting needs a new one.
    if (this.run.value) this.said.value = {};
  }

  say(change: Partial<Said>): void {
    this.said.value = { ...this.said.value, ...change };
  }

  /** Takes back what was said to one question. */
  unsay(ask: keyof Said): void {
    const rest = { ...this.said.value };
    delete rest[ask];
    this.said.value = rest;
  }

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: Start<Settings, PresetId>): void {
    this.#start.value = start;
    this.reset();
  }

  /** Back to where the reader started; the bench stays. */
  reset(): void {
    this.settings.value = this.#start.value.settings;
    this.said.value = {};
    this.problem.value = undefined;
    this.bench.recorder.clear();
  }

  /** Shows a recording: one that the reader opened, or one that the lab brought. */
  show(recording: Recording): void {
    this.problem.value = undefined;
    this.settings.value = recording.settings as Settings;
    this.saidBefore.value = this.said.value;
    this.bench.recorder.show(recording);
  }

  /** Draws the run that is shown once more, as a recording. */
  replay(): void {
    const recording = this.recording();
    if (recording) this.show(recording);
  }

  /** The run that is shown, as a file. */
  recording(): Recording | undefined {
    return this.bench.recorder.recording();
  }

  /** The recording of the preset that the reader started from. */
  protected startRecording(): Promise<Recording | undefined> {
    return this.#recordingOf(this.startPreset);
  }

  /** What is observed from now on belongs to a new run. @param reachBackMs as the recorder has it */
  protected begin(settings: Settings, reachBackMs = 0): void {
    this.saidBefore.value = this.said.value;
    this.bench.recorder.begin(settings, reachBackMs);
  }

  /** Whether the bench is open now; opens it, or waits for it, when it is not lost. */
  protected async isLive(): Promise<boolean> {
    this.open();
    await until(() => !isOpening(this.view.value.state), waitForBenchMs);
    return this.view.value.state === "live";
  }

  /** The server is away: the recording of what is set stands in, if it is a preset. */
  protected async playRecording(): Promise<void> {
    const preset = this.#presetOf(this.settings.value);
    const recording = preset && (await this.#recordingOf(preset));
    if (recording) this.show(recording);
    else this.problem.value = notRecorded;
  }
}

const notRecorded: FailureText = {
  says: "The server is away, and only the presets were recorded.",
  next: "Press Reset to see one, or wait: the page tries again by itself.",
};

const isOpening = (state: LabState): boolean => state === "static" || state === "connecting";
