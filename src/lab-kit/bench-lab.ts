import { computed, signal } from "@preact/signals";
import {
  BenchSession,
  firstView,
  type LabState,
  type SessionOptions,
  type SessionView,
} from "./bench-session.ts";
import type { Contract } from "./contract.ts";
import { endReasons } from "./end-reasons.ts";
import { type Failure, type FailureText, failureText } from "./failures.ts";
import type { Observation } from "./observation.ts";
import { pageBuild } from "./page-build.ts";
import type { Run } from "./recording.ts";
import { RunRecorder, type RunRecorderOptions, type ShownRun } from "./run-recorder.ts";
import { unleasedText } from "./unleased-text.ts";

type FromSession = Omit<SessionOptions, "build" | "changed" | "observed" | "ready">;
type FromRecorder<Settings extends object> = Pick<
  RunRecorderOptions<Settings>,
  "isComplete" | "longestRunMs"
>;

/** What a lab says of its bench and of its runs. */
export interface BenchLabOptions<Settings extends object>
  extends FromSession,
    FromRecorder<Settings> {
  /** Build of the page; the one that this page names by default. */
  build?: string;
  /** Texts of the failures that only this lab has. */
  failures: Readonly<Record<string, FailureText>>;
  /** Name of the preset that these settings are; none by default. */
  presetOf?(settings: Settings): string | undefined;
  /** A run has ended, or a recording is shown. */
  ended(run: Run): void;
  /** The bench is open, or open again; its subjects are fresh. */
  ready?(): Promise<void> | void;
  /** Each change of the session, after the lab has taken it. */
  changed?(view: SessionView, before: SessionView): void;
  /** Each observation, before the recorder takes it. */
  observed?(seen: Observation): void;
  /** What the recorder gets of an observation; by default all, `undefined` for nothing. */
  recorded?(seen: Observation): Observation | undefined;
}

/**
 * What every lab with a bench is made of: the session, the recorder of its runs, and what the
 * reader is told of both, as signals. A lab without its looks holds one of these.
 */
export class BenchLab<C extends Contract, Settings extends object> {
  readonly view = signal<SessionView>(firstView);
  readonly run = signal<ShownRun<Settings> | undefined>(undefined);
  /** What went wrong last, until it is over. */
  readonly problem = signal<FailureText | undefined>(undefined);
  readonly state = computed<LabState>(() =>
    this.run.value?.isReplay ? "replay" : this.view.value.state,
  );
  readonly session: BenchSession<C>;
  readonly recorder: RunRecorder<Settings>;
  readonly #options: BenchLabOptions<Settings>;

  constructor(options: BenchLabOptions<Settings>) {
    this.#options = options;
    const { isComplete, longestRunMs, ...ofSession } = options;
    const { presetOf = () => undefined, ended } = options;
    this.session = new BenchSession({
      ...ofSession,
      build: options.build ?? pageBuild(),
      changed: (view) => this.#changed(view),
      observed: (seen) => this.#observed(seen),
      ready: () => options.ready?.(),
    });
    this.recorder = new RunRecorder<Settings>({
      lab: options.lab,
      clocks: () => this.session.clocks,
      isComplete,
      ...(longestRunMs && { longestRunMs }),
      presetOf,
      draw: (run) => {
        this.run.value = run;
      },
      ended,
    });
  }

  open(): void {
    this.session.open();
  }

  close(): void {
    this.session.close();
  }

  /** Tells the reader of a failure. */
  failed(failure: Failure): void {
    this.problem.value = failureText(failure, this.#options.failures);
  }

  #observed(seen: Observation): void {
    const { observed, recorded = (all: Observation) => all } = this.#options;
    observed?.(seen);
    const kept = recorded(seen);
    if (kept) this.recorder.take(kept);
  }

  #changed(view: SessionView): void {
    const before = this.view.value;
    this.view.value = view;
    if (view.ended) this.problem.value = endedText(view.ended);
    if (view.refusal) this.failed(view.refusal);
    if (view.state === "live") this.problem.value = undefined;
    if (view.unleased) this.problem.value = unleasedText(view.unleased);
    if (view.state === "lost" && before.state !== "lost") this.recorder.interrupt();
    this.#options.changed?.(view, before);
  }
}

const endedText = (reason: keyof typeof endReasons): FailureText => ({
  says: endReasons[reason],
  next: "The next run opens a new one.",
});
