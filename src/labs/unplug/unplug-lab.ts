import { signal } from "@preact/signals";
import type { SessionView } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Recording } from "#lab-kit/recording.ts";
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

const waitForClientsMs = 4000;
const longestScriptMs = 30_000;
/** A reader who acts by hand may think for a while. */
const longestByHandMs = 10 * 60_000;

/** The unplug lab without its looks: settings, prediction, bench, script, the run that is shown. */
export class UnplugLab extends PresetLab<typeof unplugContract, Settings, Said, PresetId> {
  /** A run is being prepared, or underway. */
  readonly isBusy = signal(false);
  /** Index of the step of the script that is underway. */
  readonly step = signal<number | undefined>(undefined);
  readonly #waiting = new Waiting();
  readonly #crew: Crew;
  #observations: Observation[] = [];
  /** Settings of the run that is underway. */
  #chosen: Settings;
  /** Counts runs, so that what belongs to an older one is known. */
  #runs = 0;

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    super(given, {
      lab: "unplug",
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
      recorded: (observed) => (this.bench.recorder.isRunning ? observed : undefined),
    });
    this.#chosen = given.start.settings;
    this.#crew = new Crew({
      subjects: () => this.bench.session.subjects,
      policyOf: (who) => this.#policyOf(who),
      waiting: this.#waiting,
    });
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

  /** A run by hand is underway. */
  get isByHand(): boolean {
    return this.bench.recorder.isRunning && this.#chosen.scenario === "by-hand";
  }

  changeClient(who: ClientName, change: Partial<Policy>): void {
    const { clients } = this.settings.value;
    this.change({ clients: { ...clients, [who]: { ...clients[who], ...change } } });
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async start(): Promise<void> {
    if (this.isBusy.value) return;
    this.problem.value = undefined;
    this.#runs += 1;
    const run = this.#runs;
    this.isBusy.value = true;
    try {
      if (!(await this.isLive())) await this.playRecording();
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
    this.bench.recorder.end(isDone ? "done" : "stuck");
    this.isBusy.value = false;
  }

  #policyOf(who: ClientName): Policy {
    return this.#chosen.clients[who];
  }

  /** A fresh server, fresh clients, all of them connected: no run inherits from another. */
  async #prepare(settings: Settings): Promise<boolean> {
    this.#chosen = settings;
    this.bench.session.renewSubjects();
    const { recovery, answers, isIdempotent } = settings;
    const answer = await this.bench.session.command("renew", { recovery, answers, isIdempotent });
    if (!answer.ok) {
      this.bench.failed(answer.failure);
      return false;
    }
    this.#crew.begin();
    for (const who of clientNames) this.#crew.connect(who);
    const areHere = () =>
      clientNames.every((who) => this.#crew.isConnected(who) && this.view.value.seen.has(who));
    if (await this.#waiting.until(areHere, waitForClientsMs)) return true;
    await this.playRecording();
    this.problem.value = noWebSocket;
    return false;
  }

  async #play(run: number): Promise<void> {
    this.#observations = [];
    this.begin(this.#chosen);
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
    this.bench.recorder.end(isDone ? "done" : "stuck");
  }

  #act(step: ActingStep): Promise<boolean> {
    return act(step, {
      crew: this.#crew,
      ask: async (...command) => {
        const answer = await this.bench.session.command(...command);
        if (!answer.ok) this.bench.failed(answer.failure);
        return answer.ok;
      },
      tell: (problem) => {
        this.problem.value = problem;
      },
    });
  }

  #observed(observed: Observation): void {
    this.#crew.take(observed);
    if (this.bench.recorder.isRunning) this.#observations.push(observed);
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
}

const noWebSocket: FailureText = {
  says: "Ann and Bob got no connection over WebSocket, which this lab cuts and pulls.",
  next: "Try another network. Until then a recording is shown, if there is one.",
};
