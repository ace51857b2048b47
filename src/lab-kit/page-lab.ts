import { computed, type Signal, signal } from "@preact/signals";
import type { LabState } from "./bench-session.ts";
import { ComputedFacts } from "./computed.ts";
import type { FailureText } from "./failures.ts";
import type { Fact } from "./observation.ts";
import type { PresetLabGiven, Start } from "./preset-lab.ts";
import type { Recording } from "./recording.ts";
import { RunRecorder, type ShownRun } from "./run-recorder.ts";

/** What a lab without a server half says of itself. */
export interface PageLabOptions<Settings extends object, PresetId extends string> {
  lab: string;
  presetOf(settings: Settings): PresetId | undefined;
}

/**
 * A lab without a server half, without its looks: settings, what the reader says about the run to
 * come, and the run that is shown. It works offline, and all that it shows is computed. For the page
 * it looks like a lab with a bench that is always there.
 */
export class PageLab<Settings extends object, Said extends object, PresetId extends string> {
  readonly settings: Signal<Settings>;
  /** What the reader says now. */
  readonly said = signal<Partial<Said>>({});
  /** What had been said when the run that is shown began. */
  readonly saidBefore = signal<Partial<Said>>({});
  readonly run = signal<ShownRun<Settings> | undefined>(undefined);
  /** What went wrong last, until it is over. */
  readonly problem = signal<FailureText | undefined>(undefined);
  readonly state = computed<LabState>(() => {
    if (this.run.value?.isReplay) return "replay";
    return this.#isOpen.value ? "live" : "static";
  });
  readonly #isOpen = signal(false);
  readonly #start: Signal<Start<Settings, PresetId>>;
  readonly #facts = new ComputedFacts();
  readonly #recorder: RunRecorder<Settings>;

  constructor(
    { start, ended }: Pick<PresetLabGiven<Settings, PresetId>, "start" | "ended">,
    { lab, presetOf }: PageLabOptions<Settings, PresetId>,
  ) {
    this.#start = signal(start);
    this.settings = signal(start.settings);
    this.#recorder = new RunRecorder<Settings>({
      lab,
      clocks: () => ({}),
      isComplete: () => false,
      presetOf,
      draw: (run) => {
        this.run.value = run;
      },
      ended,
    });
  }

  /** The preset that the reader started from. */
  get startPreset(): PresetId {
    return this.#start.value.preset;
  }

  open(): void {
    this.#isOpen.value = true;
  }

  /** There is nothing to close: what was computed stays. */
  close(): void {}

  change(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
    this.problem.value = undefined;
    // A prediction is about one setting: after its run, another setting needs a new one.
    if (this.run.value) this.said.value = {};
  }

  say(change: Partial<Said>): void {
    this.said.value = { ...this.said.value, ...change };
  }

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: Start<Settings, PresetId>): void {
    this.#start.value = start;
    this.reset();
  }

  /** Back to where the reader started. */
  reset(): void {
    this.settings.value = this.#start.value.settings;
    this.said.value = {};
    this.problem.value = undefined;
    this.#recorder.clear();
  }

  /** Shows a recording that the reader opened. */
  show(recording: Recording): void {
    this.problem.value = undefined;
    this.settings.value = recording.settings as Settings;
    this.saidBefore.value = this.said.value;
    this.#recorder.show(recording);
  }

  /** The run that is shown, as a file. */
  recording(): Recording | undefined {
    return this.#recorder.recording();
  }

  /** A whole run, from its first fact to its last. */
  protected compute(settings: Settings, facts: Iterable<PlacedFact>): void {
    this.saidBefore.value = this.said.value;
    this.#recorder.begin(settings);
    this.add(facts);
    this.#recorder.end("done");
  }

  /** More facts of the run that is shown, such as what the reader has done to it since. */
  protected add(facts: Iterable<PlacedFact>): void {
    for (const [where, fact] of facts) this.#recorder.take(this.#facts.stamp(where, fact));
    this.#recorder.drawNow();
  }
}

/** A fact, and where it holds. */
export type PlacedFact = readonly [where: string, fact: Fact];
