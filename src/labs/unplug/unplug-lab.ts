import { type Signal, signal } from "@preact/signals";
import { BenchLab } from "#lab-kit/bench-lab.ts";
import type { LabState, SessionView } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { until } from "#lab-kit/until.ts";
import { type ActingStep, act } from "./act.ts";
import { clientOptions } from "./client-options.ts";
import type { unplugContract } from "./contract.ts";
import { Crew } from "./crew.ts";
import { type ClientName, clientNames, type Policy, packetName, type Settings } from "./model.ts";
import type { Said } from "./outcome.ts";
import type { PresetId } from "./presets.ts";
import { runScript } from "./run-script.ts";
import { type Step, scripts } from "./script.ts";
import { presetOf } from "./settings-link.ts";
import { Waiting } from "./waiting.ts";

/** What the lab is made with. */
export interface UnplugLabOptions {
  build: string;
  failures: Readonly<Record<string, FailureText>>;
  start: { preset: PresetId; settings: Settings };
  /** A run has ended. */
  ended(run: Run): void;
  /** The recording of a preset, for when the server is away; none when it cannot be loaded. */
  recordingOf(preset: PresetId): Promise<Recording | undefined>;
  /** Where the host is; the page's own origin by default. */
  url?: string;
}

const waitForClientsMs = 4000;
const waitForBenchMs = 4000;
const longestScriptMs = 30_000;
/** A reader who acts by hand may think for a while. */
const longestByHandMs = 10 * 60_000;

/** The unplug lab without its looks: settings, prediction, bench, script, the run that is shown. */
export class UnplugLab {
  readonly settings = signal<Settings>({} as Settings);
  /** What the reader says now. */
  readonly said = signal<Said>({});
  /** What had been said when the run that is shown began. */
  readonly saidBefore = signal<Said>({});
  /** A run is being prepared, or underway. */
  readonly isBusy = signal(false);
  /** Index of the step of the script that is underway. */
  readonly step = signal<number | undefined>(undefined);
  readonly #options: UnplugLabOptions;
  readonly #lab: BenchLab<typeof unplugContract, Settings>;
  readonly #waiting = new Waiting();
  readonly #crew: Crew;
  #observations: Observation[] = [];
  /** Settings of the run that is underway. */
  #chosen: Settings;
  /** Counts runs, so that what belongs to an older one is known. */
  #runs = 0;
  readonly #start: Signal<UnplugLabOptions["start"]>;

  constructor(options: UnplugLabOptions) {
    this.#options = options;
    this.#start = signal(options.start);
    this.#chosen = options.start.settings;
    this.settings.value = options.start.settings;
    this.#crew = new Crew({
      subjects: () => this.#lab.session.subjects,
      policyOf: (who) => this.#policyOf(who),
      waiting: this.#waiting,
    });
    this.#lab = this.#createLab(options);
  }

  get view() {
    return this.#lab.view;
  }

  get run() {
    return this.#lab.run;
  }

  get problem() {
    return this.#lab.problem;
  }

  get state() {
    return this.#lab.state;
  }

  open(): void {
    this.#lab.open();
  }

  close(): void {
    this.#leave();
    this.#lab.close();
  }

  /** The preset that the reader started from. */
  get startPreset(): PresetId {
    return this.#start.value.preset;
  }

  /** A run by hand is underway. */
  get isByHand(): boolean {
    return this.#lab.recorder.isRunning && this.#chosen.scenario === "by-hand";
  }

  change(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
    this.problem.value = undefined;
    // A prediction is about one setting: after its run, another setting needs a new one.
    if (this.run.value) this.said.value = {};
  }

  changeClient(who: ClientName, change: Partial<Policy>): void {
    const { clients } = this.settings.value;
    this.change({ clients: { ...clients, [who]: { ...clients[who], ...change } } });
  }

  say(change: Said): void {
    this.said.value = { ...this.said.value, ...change };
  }

  /** Takes back one thing that was said. */
  unsay(ask: keyof Said): void {
    const { [ask]: _, ...rest } = this.said.value;
    this.said.value = rest;
  }

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: UnplugLabOptions["start"]): void {
    this.#start.value = start;
    this.reset();
  }

  /** Back to where the reader started; the bench stays. */
  reset(): void {
    this.#leave();
    this.settings.value = this.#start.value.settings;
    this.said.value = {};
    this.problem.value = undefined;
    this.#lab.recorder.clear();
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async start(): Promise<void> {
    if (this.isBusy.value) return;
    this.problem.value = undefined;
    this.#runs += 1;
    const run = this.#runs;
    this.isBusy.value = true;
    try {
      if (!(await this.#isLive())) await this.#playRecording();
      else if ((await this.#prepare(this.settings.value)) && run === this.#runs)
        await this.#play(run);
    } finally {
      if (run === this.#runs && !this.isByHand) this.isBusy.value = false;
    }
  }

  /** One step by hand. */
  async act(step: ActingStep): Promise<void> {
    if (this.isByHand) await this.#act(step);
  }

  /** Ends a run by hand: what is on its way has time to come. */
  async finish(): Promise<void> {
    if (!this.isByHand) return;
    const run = this.#runs;
    const isDone = await this.#act({ do: "settle" });
    if (run !== this.#runs) return;
    this.#lab.recorder.end(isDone ? "done" : "stuck");
    this.isBusy.value = false;
  }

  /** Shows a recording: one that the reader opened, or one that the lab brought. */
  show(recording: Recording): void {
    this.#leave();
    this.problem.value = undefined;
    this.settings.value = recording.settings as Settings;
    this.saidBefore.value = this.said.value;
    this.#lab.recorder.show(recording);
  }

  /** The run that is shown, as a file. */
  recording(): Recording | undefined {
    return this.#lab.recorder.recording();
  }

  #createLab({ start, ...options }: UnplugLabOptions): BenchLab<typeof unplugContract, Settings> {
    return new BenchLab<typeof unplugContract, Settings>({
      ...options,
      lab: "unplug",
      instance: start.preset,
      subjects: clientNames,
      client: (who) => {
        const name = who as ClientName;
        return clientOptions(this.#policyOf(name), () => this.#crew.lastNewsOf(name));
      },
      nameOf: packetName,
      presetOf,
      // The script knows when it is over.
      isComplete: () => false,
      longestRunMs: ({ scenario }) => (scenario === "by-hand" ? longestByHandMs : longestScriptMs),
      changed: (view, before) => this.#changed(view, before),
      observed: (observed) => this.#observed(observed),
      // A run that is over stays as it was, whatever becomes of its connections.
      recorded: (observed) => (this.#lab.recorder.isRunning ? observed : undefined),
      ready: () => {
        // Once the server is away, its recording can no longer be loaded from it.
        void options.recordingOf(this.#start.value.preset);
      },
    });
  }

  #policyOf(who: ClientName): Policy {
    return this.#chosen.clients[who];
  }

  /** Whether the bench is open now; opens it, or waits for it, when it is not lost. */
  async #isLive(): Promise<boolean> {
    this.open();
    await until(() => !isOpening(this.view.value.state), waitForBenchMs);
    return this.view.value.state === "live";
  }

  /** A fresh server, fresh clients, all of them connected: no run inherits from another. */
  async #prepare(settings: Settings): Promise<boolean> {
    this.#chosen = settings;
    this.#lab.session.renewSubjects();
    const { recovery, answers, isIdempotent } = settings;
    const answer = await this.#lab.session.command("renew", { recovery, answers, isIdempotent });
    if (!answer.ok) {
      this.#lab.failed(answer.failure);
      return false;
    }
    this.#crew.begin();
    for (const who of clientNames) this.#crew.connect(who);
    const areHere = () =>
      clientNames.every((who) => this.#crew.isConnected(who) && this.view.value.seen.has(who));
    if (await this.#waiting.until(areHere, waitForClientsMs)) return true;
    await this.#playRecording();
    this.problem.value = noWebSocket;
    return false;
  }

  async #play(run: number): Promise<void> {
    this.saidBefore.value = this.said.value;
    this.#observations = [];
    this.#lab.recorder.begin(this.#chosen);
    if (this.#chosen.scenario === "by-hand") return;
    const stage = {
      act: (step: ActingStep) => this.#act(step),
      observations: () => this.#observations,
      began: (index: number) => {
        this.step.value = index;
      },
      isLeft: () => run !== this.#runs,
    };
    const steps: Step[] = [...scripts[this.#chosen.scenario], { do: "settle" }];
    const isDone = await runScript(steps, stage, this.#waiting);
    if (run !== this.#runs) return;
    this.step.value = undefined;
    this.#lab.recorder.end(isDone ? "done" : "stuck");
  }

  #act(step: ActingStep): Promise<boolean> {
    return act(step, {
      crew: this.#crew,
      ask: async (...command) => {
        const answer = await this.#lab.session.command(...command);
        if (!answer.ok) this.#lab.failed(answer.failure);
        return answer.ok;
      },
      tell: (problem) => {
        this.problem.value = problem;
      },
    });
  }

  #observed(observed: Observation): void {
    this.#crew.take(observed);
    if (this.#lab.recorder.isRunning) this.#observations.push(observed);
    this.#waiting.look();
  }

  #changed(view: SessionView, before: SessionView): void {
    this.#waiting.look();
    if (view.state === "lost" && before.state !== "lost") this.#leave();
  }

  /** What is underway is left: it may not go on into the next run. */
  #leave(): void {
    this.#runs += 1;
    this.#waiting.letGo();
    this.step.value = undefined;
    this.isBusy.value = false;
  }

  /** The server is away: the preset's recording stands in, and says so. */
  async #playRecording(): Promise<void> {
    const preset = presetOf(this.settings.value);
    const recording = preset && (await this.#options.recordingOf(preset));
    if (recording) return this.show(recording);
    this.problem.value = {
      says: "The server is away, and only the preset was recorded.",
      next: "Press Reset to see it, or wait: the page tries again by itself.",
    };
  }
}

const noWebSocket: FailureText = {
  says: "Ann and Bob got no connection over WebSocket, which this lab cuts and pulls.",
  next: "Try another network. Until then a recording is shown, if there is one.",
};

const isOpening = (state: LabState): boolean => state === "static" || state === "connecting";
