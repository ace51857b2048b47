import { signal } from "@preact/signals";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Recording } from "#lab-kit/recording.ts";
import type { socketLifeContract } from "./contract.ts";
import { type Settings, type Step, waitingCalls } from "./model.ts";
import type { Said } from "./prediction.ts";
import type { PresetId } from "./presets.ts";
import { scripts } from "./scenarios.ts";
import { presetOf } from "./settings-link.ts";

/** Between two calls the reader may think for a while. */
const longestRunMs = 10 * 60_000;

/** The lab on sockets without its looks: settings, prediction, bench, steps, the run that is shown. */
export class SocketLifeLab extends PresetLab<typeof socketLifeContract, Settings, Said, PresetId> {
  /** A call is being made, or the script runs by itself. */
  readonly isBusy = signal(false);
  /** Index of the step of the script that comes next; undefined while no run is underway. */
  readonly next = signal<number | undefined>(undefined);
  /** Settings of the run that is underway. */
  #chosen: Settings;
  /** Counts runs, so that what belongs to an older one is known. */
  #runs = 0;

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    super(given, {
      lab: "socket-life",
      subjects: [],
      client: () => ({}),
      presetOf,
      // The steps say when it is over.
      isComplete: () => false,
      longestRunMs: () => longestRunMs,
      // A run that is over stays as it was.
      recorded: (seen) => (this.bench.recorder.isRunning ? seen : undefined),
      changed: (view, before) => {
        if (view.state === "lost" && before.state !== "lost") this.#leave();
      },
    });
    this.#chosen = given.start.settings;
  }

  override close(): void {
    this.#leave();
    super.close();
  }

  override reset(): void {
    this.#leave();
    super.reset();
  }

  override show(recording: Recording): void {
    this.#leave();
    super.show(recording);
  }

  /** Makes all calls of the script that are left, one after the other. */
  start(): Promise<void> {
    return this.#during(async (run) => {
      if (!(await this.#begun())) return;
      if (this.#chosen.scenario === "by-hand") return;
      while (run === this.#runs && this.next.value !== undefined) await this.#nextStep(run);
    });
  }

  /** Makes the next call of the script. */
  step(): Promise<void> {
    return this.#during(async (run) => {
      if (await this.#begun()) await this.#nextStep(run);
    });
  }

  /** Makes a call of the reader's choice. */
  act(step: Step): Promise<void> {
    return this.#during(async () => {
      const mayWait = waitingCalls.includes(step.call);
      if (this.next.value !== undefined) await this.#make({ ...step, mayWait });
    });
  }

  /** Ends the run with all its sockets. */
  finish(): Promise<void> {
    return this.#during(async () => {
      if (this.next.value !== undefined) await this.#end("done");
    });
  }

  /** One thing at a time; what a newer run began is left alone. */
  async #during(act: (run: number) => Promise<void>): Promise<void> {
    if (this.isBusy.value) return;
    this.isBusy.value = true;
    const run = this.#runs;
    try {
      await act(run);
    } finally {
      if (run === this.#runs) this.isBusy.value = false;
    }
  }

  /** Whether a run is underway; begins one if not, or plays a recording while the server is away. */
  async #begun(): Promise<boolean> {
    if (this.next.value !== undefined) return true;
    const run = this.#runs;
    this.problem.value = undefined;
    const isLive = await this.isLive();
    if (run !== this.#runs) return false;
    if (!isLive) {
      await this.playRecording();
      return false;
    }
    this.#chosen = this.settings.value;
    const answer = await this.bench.session.command("begin", {});
    if (run !== this.#runs) return false;
    if (!answer.ok) {
      this.bench.failed(answer.failure);
      return false;
    }
    this.begin(this.#chosen);
    this.next.value = 0;
    return true;
  }

  async #nextStep(run: number): Promise<void> {
    const script = scripts[this.#chosen.scenario];
    const at = this.next.value ?? 0;
    const step = script[at];
    const isDone = step === undefined || (await this.#make(step));
    if (run !== this.#runs) return;
    this.next.value = at + 1;
    if (!isDone) await this.#end("stuck");
    else if (at + 1 >= script.length) await this.#end("done");
  }

  async #make({ call, on, mayWait = false }: Step): Promise<boolean> {
    const { text, backlog } = this.#chosen;
    this.problem.value = undefined;
    const answer = await this.bench.session.command("call", { call, on, mayWait, text, backlog });
    if (!answer.ok) this.bench.failed(answer.failure);
    return answer.ok;
  }

  async #end(stage: "done" | "stuck"): Promise<void> {
    const run = this.#runs;
    this.next.value = undefined;
    await this.bench.session.command("end", {});
    if (run === this.#runs) this.bench.recorder.end(stage);
  }

  /** What is underway is left: it may not go on into the next run. */
  #leave(): void {
    this.#runs += 1;
    this.next.value = undefined;
    this.isBusy.value = false;
  }
}
