import { computed, signal } from "@preact/signals";
import { BenchSession, type LabState, type SessionView } from "#lab-kit/bench-session.ts";
import { endReasons } from "#lab-kit/end-reasons.ts";
import { commonFailures, type Failure, type FailureText } from "#lab-kit/failures.ts";
import type { Clocks, Observation } from "#lab-kit/observation.ts";
import { type Recording, type Run, record, replayed } from "#lab-kit/recording.ts";
import type { emitContract } from "./contract.ts";
import { isComplete } from "./is-complete.ts";
import {
  type ClientName,
  type ClientSetting,
  clientNames,
  guestName,
  readEventName,
  readPayload,
  type Settings,
} from "./model.ts";
import type { Said } from "./outcome.ts";
import { pageCalls } from "./page-calls.ts";
import type { PresetId } from "./presets.ts";
import { isSame } from "./settings-link.ts";

/** One run as the lab shows it. */
export interface ShownRun {
  settings: Settings;
  said: Said;
  observations: readonly Observation[];
  clocks: Clocks;
  /** `stuck`: it waited for six seconds for something that did not come. */
  stage: "running" | "done" | "stuck";
  /** The connection was lost since. */
  isFromBefore: boolean;
}

/** What the lab is made with. */
export interface EmitLabOptions {
  build: string;
  failures: Readonly<Record<string, FailureText>>;
  start: { preset: PresetId; settings: Settings };
  /** A run has ended. */
  ended(run: Run): void;
  /** The recording of a preset, for when the server is away. */
  recordingOf(preset: PresetId): Promise<Recording | undefined>;
  /** Where the host is; the page's own origin by default. */
  url?: string;
}

const waitForRunMs = 6000;
const waitForServerMs = 1500;
const nothingSaid: Said = {};

/** The emit lab without its looks: settings, prediction, bench, the run that is shown. */
export class EmitLab {
  readonly settings = signal<Settings>({} as Settings);
  readonly said = signal<Said>(nothingSaid);
  readonly view = signal<SessionView>({ state: "static", guests: 0, seen: new Set() });
  readonly run = signal<ShownRun | undefined>(undefined);
  readonly problem = signal<FailureText | undefined>(undefined);
  readonly isInviting = signal(false);
  /** Open for as long as a recording is shown. */
  readonly isReplay = signal(false);
  readonly state = computed<LabState>(() =>
    this.isReplay.value ? "replay" : this.view.value.state,
  );
  readonly #options: EmitLabOptions;
  readonly #session: BenchSession<typeof emitContract>;
  #start: EmitLabOptions["start"];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EmitLabOptions) {
    this.#options = options;
    this.#start = options.start;
    this.settings.value = options.start.settings;
    this.#session = new BenchSession({
      lab: "emit",
      build: options.build,
      subjects: clientNames,
      changed: (view) => this.#changed(view),
      observed: (seen) => this.#observed(seen),
      ready: () => this.#applyClients(),
      ...(options.url !== undefined && { url: options.url }),
    });
  }

  open(): void {
    this.#session.open();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#session.close();
    this.isInviting.value = false;
  }

  /** Key for the link of a second device. */
  get benchKey(): string {
    return this.#session.benchKey;
  }

  /** The preset that the reader started from. */
  get startPreset(): PresetId {
    return this.#start.preset;
  }

  /** The preset that the settings still are, if they are. */
  get preset(): PresetId | undefined {
    const { preset, settings } = this.#start;
    return isSame(settings, this.settings.value) ? preset : undefined;
  }

  change(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
    this.problem.value = undefined;
  }

  changeClient(who: ClientName | typeof guestName, change: Partial<ClientSetting>): void {
    const { clients } = this.settings.value;
    this.change({ clients: { ...clients, [who]: { ...clients[who], ...change } } });
    this.#applyClients();
  }

  say(change: Said): void {
    this.said.value = { ...this.said.value, ...change };
  }

  /** Takes back what was said about the receivers. */
  unsay(): void {
    const { receivers: _, ...rest } = this.said.value;
    this.said.value = rest;
  }

  /** Back to where the reader started; the bench stays. */
  reset(): void {
    clearTimeout(this.#timer);
    this.settings.value = this.#start.settings;
    this.said.value = nothingSaid;
    this.run.value = undefined;
    this.problem.value = undefined;
    this.isReplay.value = false;
    this.#applyClients();
  }

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: EmitLabOptions["start"]): void {
    this.#start = start;
    this.reset();
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async emit(): Promise<void> {
    this.problem.value = this.#inputProblem();
    if (this.problem.value) return;
    if (this.view.value.state !== "live") return this.#playRecording();
    this.isReplay.value = false;
    this.#applyClients();
    await this.#serverSeesClients();
    const armed = await this.#arm();
    if (!armed) return;
    this.#begin(this.settings.value);
    if (this.settings.value.from === "server") await this.#act();
    else this.#callOf(this.settings.value.from as ClientName);
  }

  /** Opens or ends the link for a second device. */
  async invite(isOpen: boolean): Promise<void> {
    const answer = await this.#session.invite(isOpen);
    if (!answer.ok) this.#failed(answer.failure);
    else this.isInviting.value = isOpen;
    if (answer.ok && isOpen) await this.#arm();
  }

  /** Shows a recording: one that the reader opened, or one that the lab brought. */
  show(recording: Recording): void {
    const run = replayed(recording);
    this.isReplay.value = true;
    this.problem.value = undefined;
    this.settings.value = run.settings as Settings;
    this.run.value = {
      settings: run.settings as Settings,
      said: this.said.value,
      observations: run.observations,
      clocks: run.clocks,
      stage: "done",
      isFromBefore: false,
    };
    this.#options.ended(run);
  }

  /** The run that is shown, as a file. */
  recording(): Recording | undefined {
    const run = this.#asRun();
    return run && record(run, new Date());
  }

  #inputProblem(): FailureText | undefined {
    const { event, payload } = this.settings.value;
    const name = readEventName(event);
    if (!name.ok) return name.failure;
    const data = readPayload(payload);
    return data.ok ? undefined : data.failure;
  }

  #begin(chosen: Settings): void {
    clearTimeout(this.#timer);
    const { clients } = chosen;
    const dee = { ...clients.Dee, connected: this.view.value.guests > 0 };
    const settings = { ...chosen, clients: { ...clients, Dee: dee } };
    this.#timer = setTimeout(() => this.#stuck(), waitForRunMs);
    const { clocks } = this.#session;
    const said = this.said.value;
    this.run.value = {
      settings,
      said,
      observations: [],
      clocks,
      stage: "running",
      isFromBefore: false,
    };
  }

  #callOf(who: ClientName): void {
    const subject = this.#session.subjects.get(who);
    const { event, payload, pageCall } = this.settings.value;
    const data = readPayload(payload);
    if (!subject || !data.ok) return;
    subject.call(event, (callbacks) => {
      pageCalls[pageCall]({ socket: subject.socket, event, data: data.value, ...callbacks });
    });
  }

  async #act(): Promise<void> {
    const answer = await this.#session.command("act", {});
    if (!answer.ok) this.#failed(answer.failure);
  }

  async #arm(): Promise<boolean> {
    const { event, payload, serverCall, room, clients } = this.settings.value;
    const rooms = {
      Ann: clients.Ann.rooms,
      Bob: clients.Bob.rooms,
      Cem: clients.Cem.rooms,
      Dee: clients.Dee.rooms,
    };
    const answer = await this.#session.command("arm", { event, payload, serverCall, room, rooms });
    if (!answer.ok) this.#failed(answer.failure);
    return answer.ok;
  }

  /** Brings each real client to what its switches say. */
  #applyClients(): void {
    const { clients, event } = this.settings.value;
    for (const [who, subject] of this.#session.subjects) {
      const { listens, connected } = clients[who as ClientName];
      subject.listen(listens ? event : undefined);
      if (connected && !subject.socket.active) subject.socket.connect();
      if (!connected && subject.socket.active) subject.socket.disconnect();
    }
  }

  /** Waits until the server sees the clients as they are set; a bound, since it may never. */
  async #serverSeesClients(): Promise<void> {
    const { clients } = this.settings.value;
    const isSeen = () =>
      clientNames.every((who) => this.view.value.seen.has(who) === clients[who].connected);
    const untilMs = performance.now() + waitForServerMs;
    while (!isSeen() && performance.now() < untilMs) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  #observed(seen: Observation): void {
    if (isGuestEvent(seen) && this.run.value?.stage !== "running") {
      this.#begin({ ...this.settings.value, from: guestName, pageCall: "emit" });
    }
    const run = this.run.value;
    if (!run || this.isReplay.value || run.isFromBefore) return;
    const observations = [...run.observations, seen];
    const isDone = run.stage === "running" && isComplete(observations, run.settings);
    const { clocks } = this.#session;
    this.run.value = { ...run, observations, clocks, stage: isDone ? "done" : run.stage };
    if (isDone) this.#done();
  }

  #done(): void {
    clearTimeout(this.#timer);
    const run = this.#asRun();
    if (run) this.#options.ended(run);
  }

  #stuck(): void {
    const run = this.run.value;
    if (run?.stage === "running") this.run.value = { ...run, stage: "stuck" };
  }

  #asRun(): Run | undefined {
    const run = this.run.value;
    if (!run) return undefined;
    const { preset, settings } = this.#start;
    return {
      lab: "emit",
      ...(isSame(settings, run.settings) && { preset }),
      settings: run.settings,
      clocks: run.clocks,
      observations: [...run.observations],
    };
  }

  #changed(view: SessionView): void {
    const wasLive = this.view.value.state === "live";
    this.view.value = view;
    if (view.ended)
      this.problem.value = { says: endReasons[view.ended], next: "Emit opens a new one." };
    if (view.refusal) this.#failed(view.refusal);
    if (view.state === "live") this.problem.value = undefined;
    const run = this.run.value;
    if (wasLive && view.state === "lost" && run) this.run.value = { ...run, isFromBefore: true };
    if (view.state === "lost") this.isInviting.value = false;
  }

  /** The server is away: the preset's recording stands in, and says so. */
  async #playRecording(): Promise<void> {
    if (this.view.value.ended || this.view.value.refusal) return this.open();
    const { preset } = this;
    const recording = preset && (await this.#options.recordingOf(preset));
    if (recording) return this.show(recording);
    this.problem.value = {
      says: "The server is away, and there is a recording of the preset only.",
      next: "Press Reset to see it, or wait: the page tries again by itself.",
    };
  }

  #failed({ code, detail }: Failure): void {
    const text: FailureText =
      this.#options.failures[code] ??
      commonFailures[code as keyof typeof commonFailures] ??
      commonFailures.internal;
    this.problem.value = detail ? { ...text, says: `${text.says} (${detail})` } : text;
  }
}

const isGuestEvent = (seen: Observation): boolean =>
  seen.what === "received" && seen.from === guestName;
