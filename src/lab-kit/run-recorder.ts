import type { Clocks, Observation } from "./observation.ts";
import { type Recording, type Run, record, replayed } from "./recording.ts";

/** One run as a lab shows it. */
export interface ShownRun<Settings extends object> {
  settings: Settings;
  observations: readonly Observation[];
  clocks: Clocks;
  /** `stuck`: it waited for six seconds for something that did not come. */
  stage: "running" | "done" | "stuck";
  /** It is a recording. */
  isReplay: boolean;
  /** The connection was lost since. */
  isFromBefore: boolean;
}

/** What a recorder needs of its lab. */
export interface RunRecorderOptions<Settings extends object> {
  lab: string;
  clocks(): Clocks;
  /** Whether nothing more will be observed of this run. */
  isComplete(observations: readonly Observation[], settings: Settings): boolean;
  /** Name of the preset that these settings are, if they are one. */
  presetOf(settings: Settings): string | undefined;
  /** A run that takes longer than this is stuck, 6 s by default. */
  longestRunMs?(settings: Settings): number;
  /** The run is to be drawn. */
  draw(run: ShownRun<Settings> | undefined): void;
  /** A run has ended, or a recording is shown. */
  ended(run: Run): void;
}

/** An observation and when this page took it. */
interface Taken {
  seen: Observation;
  takenMs: number;
}

const usualLongestRunMs = 6000;
const mostRecent = 100;
/** A run is drawn when it is over, or after this: drawing must not delay what is measured. */
const drawAfterMs = 60;

/** Collects the observations of one run after another, and says when a run is over. */
export class RunRecorder<Settings extends object> {
  readonly #options: RunRecorderOptions<Settings>;
  #run: Omit<ShownRun<Settings>, "observations"> | undefined;
  /** Of the run. Copied when it is drawn, not for each observation: they come in bursts. */
  #observations: Observation[] = [];
  #recent: Taken[] = [];
  #isCheckDue = false;
  #ending: ReturnType<typeof setTimeout> | undefined;
  #drawing: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RunRecorderOptions<Settings>) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#run?.stage === "running";
  }

  /**
   * From now on, what is observed belongs to a new run.
   *
   * @param reachBackMs what was taken no longer ago than this belongs to it, too: for a run that
   * somebody else began, which is known only when its first effects have been seen
   */
  begin(settings: Settings, reachBackMs = 0): void {
    clearTimeout(this.#ending);
    const { longestRunMs = () => usualLongestRunMs } = this.#options;
    this.#ending = setTimeout(() => this.#end("stuck"), longestRunMs(settings));
    const clocks = this.#options.clocks();
    const fresh = { stage: "running", isReplay: false, isFromBefore: false } as const;
    const sinceMs = performance.now() - reachBackMs;
    const recent = reachBackMs > 0 ? this.#recent.filter(({ takenMs }) => takenMs > sinceMs) : [];
    this.#observations = recent.map(({ seen }) => seen);
    this.#run = { settings, clocks, ...fresh };
    this.#drawSoon();
  }

  /** Adds an observation; late ones too, as long as no other run has begun. */
  take(seen: Observation): void {
    this.#keepRecent(seen);
    const run = this.#run;
    if (!run || run.isReplay || run.isFromBefore) return;
    this.#observations.push(seen);
    this.#run = { ...run, clocks: this.#options.clocks() };
    this.#drawSoon();
    if (run.stage === "running") this.#checkSoon();
  }

  /** Draws what was taken at once: for labs whose drawing delays nothing that is measured. */
  drawNow(): void {
    this.#draw();
  }

  /** The lab knows that nothing more will come, or that what it waits for will not. */
  end(stage: "done" | "stuck"): void {
    this.#end(stage);
  }

  /** The connection is gone: the run stays, marked as from before. */
  interrupt(): void {
    if (!this.#run || this.#run.isReplay) return;
    clearTimeout(this.#ending);
    const stage = this.#run.stage === "running" ? "stuck" : this.#run.stage;
    this.#run = { ...this.#run, stage, isFromBefore: true };
    this.#draw();
  }

  /** Shows a recording in place of a run. */
  show(recording: Recording): void {
    clearTimeout(this.#ending);
    const run = replayed(recording);
    const settings = run.settings as Settings;
    const ended = { stage: "done", isReplay: true, isFromBefore: false } as const;
    this.#observations = [...run.observations];
    this.#run = { settings, clocks: run.clocks, ...ended };
    this.#draw();
    this.#options.ended(run);
  }

  /** The run that is shown, as a file. */
  recording(): Recording | undefined {
    return this.#run && record(this.#asRun(this.#run), new Date());
  }

  /** Forgets the run. */
  clear(): void {
    clearTimeout(this.#ending);
    this.#run = undefined;
    this.#observations = [];
    this.#draw();
  }

  /** Trims only now and then, so that keeping one costs the same however many come. */
  #keepRecent(seen: Observation): void {
    this.#recent.push({ seen, takenMs: performance.now() });
    if (this.#recent.length > 2 * mostRecent) this.#recent = this.#recent.slice(-mostRecent);
  }

  /** A listener is called in the same turn as the catch-all: look after it, once for a burst. */
  #checkSoon(): void {
    if (this.#isCheckDue) return;
    this.#isCheckDue = true;
    queueMicrotask(() => {
      this.#isCheckDue = false;
      this.#endIfComplete();
    });
  }

  #endIfComplete(): void {
    const run = this.#run;
    if (run?.stage !== "running") return;
    if (this.#options.isComplete(this.#observations, run.settings)) this.#end("done");
  }

  #end(stage: "done" | "stuck"): void {
    if (this.#run?.stage !== "running") return;
    clearTimeout(this.#ending);
    this.#run = { ...this.#run, stage };
    this.#draw();
    if (stage === "done") this.#options.ended(this.#asRun(this.#run));
  }

  #asRun({ settings, clocks }: Pick<ShownRun<Settings>, "settings" | "clocks">): Run {
    const { lab, presetOf } = this.#options;
    const preset = presetOf(settings);
    const named = preset === undefined ? {} : { preset };
    return { lab, ...named, settings, clocks, observations: [...this.#observations] };
  }

  #draw(): void {
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    const run = this.#run;
    this.#options.draw(run && { ...run, observations: [...this.#observations] });
  }

  #drawSoon(): void {
    this.#drawing ??= setTimeout(() => this.#draw(), drawAfterMs);
  }
}
