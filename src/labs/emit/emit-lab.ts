import { computed, type Signal, signal } from "@preact/signals";
import {
  BenchSession,
  firstView,
  type LabState,
  type SessionView,
} from "#lab-kit/bench-session.ts";
import { endReasons } from "#lab-kit/end-reasons.ts";
import { type Failure, type FailureText, failureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { RunRecorder, type ShownRun } from "#lab-kit/run-recorder.ts";
import type { AckCallbacks } from "#lab-kit/subject.ts";
import { unleasedText } from "#lab-kit/unleased-text.ts";
import { until } from "#lab-kit/until.ts";
import type { emitContract } from "./contract.ts";
import { isComplete } from "./is-complete.ts";
import { isKept } from "./is-kept.ts";
import { isToConnect, LabClients } from "./lab-clients.ts";
import {
  type ClientName,
  type ClientSetting,
  chosenNamespace,
  clientNames,
  guestName,
  type NamespaceSettings,
  readEventName,
  readPayload,
  type Settings,
  withoutNamespace,
} from "./model.ts";
import { namespacesOf } from "./namespaces-of.ts";
import type { Said } from "./outcome.ts";
import { pageCalls } from "./page-calls.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";

/** What the lab is made with. */
export interface EmitLabOptions {
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

/** A guest's run is known when the server says so; its first effects here may be older. */
const reachBackMs = 150;
const waitForClientsMs = 1500;
/** What the reader meets who takes namespaces into use. */
const firstNamespaces: NamespaceSettings = {
  chosen: "/news",
  joins: { Ann: ["/news"], Bob: ["/news"], Cem: [] },
  isFresh: false,
};
const waitForBenchMs = 4000;

/** The emit lab without its looks: settings, prediction, bench, the run that is shown. */
export class EmitLab {
  readonly settings = signal<Settings>({} as Settings);
  /** What the reader says now. */
  readonly said = signal<Said>({});
  /** What had been said when the run that is shown began. */
  readonly saidBefore = signal<Said>({});
  readonly view = signal<SessionView>(firstView);
  readonly run = signal<ShownRun<Settings> | undefined>(undefined);
  readonly problem = signal<FailureText | undefined>(undefined);
  readonly state = computed<LabState>(() =>
    this.run.value?.isReplay ? "replay" : this.view.value.state,
  );
  readonly #options: EmitLabOptions;
  readonly #session: BenchSession<typeof emitContract>;
  readonly #recorder: RunRecorder<Settings>;
  readonly #clients = new LabClients(() => this.#session.subjects);
  readonly #start: Signal<EmitLabOptions["start"]>;

  constructor(options: EmitLabOptions) {
    this.#options = options;
    this.#start = signal(options.start);
    this.settings.value = options.start.settings;
    this.#session = new BenchSession({
      lab: "emit",
      instance: options.start.preset,
      build: options.build,
      subjects: clientNames,
      // Their switches say who connects.
      client: { autoConnect: false },
      watchesPackets: true,
      namespacesOf,
      changed: (view) => this.#changed(view),
      observed: (seen) => this.#observed(seen),
      ready: () => this.#ready(),
      ...(options.url !== undefined && { url: options.url }),
    });
    this.#recorder = new RunRecorder<Settings>({
      lab: "emit",
      clocks: () => this.#session.clocks,
      isComplete,
      presetOf,
      draw: (run) => {
        this.run.value = run;
      },
      ended: options.ended,
    });
  }

  open(): void {
    this.#session.open();
  }

  close(): void {
    this.#session.close();
  }

  /** Key for the link of a second device. */
  get benchKey(): string {
    return this.#session.benchKey;
  }

  /** The preset that the reader started from. */
  get startPreset(): PresetId {
    return this.#start.value.preset;
  }

  change(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
    this.problem.value = undefined;
    // A prediction is about one setting: after its run, another setting needs a new one.
    if (this.run.value) this.said.value = {};
  }

  changeClient(who: ClientName | typeof guestName, change: Partial<ClientSetting>): void {
    const { clients } = this.settings.value;
    this.change({ clients: { ...clients, [who]: { ...clients[who], ...change } } });
    this.#applyClients();
  }

  /** Lets the reader choose namespaces, or puts everything back into `/`. */
  useNamespaces(isOn: boolean): void {
    const { namespaces: _, ...plain } = this.settings.value;
    this.settings.value = isOn
      ? { ...plain, namespaces: firstNamespaces }
      : { ...plain, serverCall: withoutNamespace(plain.serverCall) };
    this.change({});
    this.#applyClients();
  }

  /** Changes what was chosen about namespaces, where they are used. */
  changeNamespaces(change: Partial<NamespaceSettings>): void {
    const { namespaces: use } = this.settings.value;
    if (!use) return;
    this.change({ namespaces: { ...use, ...change } });
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

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: EmitLabOptions["start"]): void {
    this.#start.value = start;
    this.reset();
  }

  /** Back to where the reader started; the bench stays. */
  reset(): void {
    this.settings.value = this.#start.value.settings;
    this.said.value = {};
    this.problem.value = undefined;
    this.#recorder.clear();
    this.#applyClients();
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async emit(): Promise<void> {
    this.problem.value = inputProblem(this.settings.value);
    if (this.problem.value) return;
    if (!(await this.#isLive())) return this.#playRecording();
    this.#applyClients();
    await this.#serverSeesClients();
    await this.#hangUpSender();
    if (!(await this.#arm())) return;
    this.#begin(this.settings.value);
    if (this.settings.value.namespaces) await this.#joinAgain();
    if (this.settings.value.from === "server") await this.#act();
    else this.#callOf(this.settings.value.from as ClientName);
  }

  /** Opens or ends the link for a second device. */
  async invite(isOpen: boolean): Promise<void> {
    const answer = await this.#session.invite(isOpen);
    if (!answer.ok) return this.#failed(answer.failure);
    if (isOpen) await this.#arm();
  }

  /** Shows a recording: one that the reader opened, or one that the lab brought. */
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

  /** Whether the bench is open now; opens it, or waits for it, when it is not lost. */
  async #isLive(): Promise<boolean> {
    this.open();
    await until(() => !isOpening(this.view.value.state), waitForBenchMs);
    return this.view.value.state === "live";
  }

  #begin(chosen: Settings, reachBackMs = 0): void {
    const { clients } = chosen;
    const connected = (who: ClientName) => {
      return { ...clients[who], connected: isToConnect(who, chosen, this.view.value) };
    };
    const [Ann, Bob, Cem] = [connected("Ann"), connected("Bob"), connected("Cem")];
    const Dee = { ...clients.Dee, connected: this.view.value.guests > 0 };
    this.saidBefore.value = this.said.value;
    this.#recorder.begin({ ...chosen, clients: { Ann, Bob, Cem, Dee } }, reachBackMs);
  }

  /** A fresh connection is opened in the run: the one before is closed before it. */
  async #hangUpSender(): Promise<void> {
    const { from, namespaces: use } = this.settings.value;
    const subject = this.#session.subjects.get(from);
    if (!use?.isFresh || !subject) return;
    subject.socket.disconnect();
    await until(() => !this.view.value.seen.has(from), waitForClientsMs);
  }

  /** In the run, so that it shows it: who was refused tries again, and a fresh client connects. */
  async #joinAgain(): Promise<void> {
    this.#clients.forgive();
    this.#applyClients();
    await this.#serverSeesClients();
  }

  #callOf(who: ClientName): void {
    const subject = this.#session.subjects.get(who);
    const { event, payload, pageCall } = this.settings.value;
    const namespace = chosenNamespace(this.settings.value);
    const socket = subject?.sockets.get(namespace);
    const data = readPayload(payload);
    if (!subject || !socket || !data.ok) return;
    const make = (callbacks: AckCallbacks) =>
      pageCalls[pageCall]({ socket, event, data: data.value, ...callbacks });
    subject.call(event, make, namespace);
  }

  async #act(): Promise<void> {
    const answer = await this.#session.command("act", {});
    if (!answer.ok) this.#failed(answer.failure);
  }

  async #arm(): Promise<boolean> {
    const { event, payload, serverCall, room, clients } = this.settings.value;
    const { Ann, Bob, Cem, Dee } = clients;
    const rooms = { Ann: Ann.rooms, Bob: Bob.rooms, Cem: Cem.rooms, Dee: Dee.rooms };
    const namespace = chosenNamespace(this.settings.value);
    const armed = { event, payload, serverCall, room, rooms, namespace };
    const answer = await this.#session.command("arm", armed);
    if (!answer.ok) this.#failed(answer.failure);
    return answer.ok;
  }

  #ready(): void {
    this.#applyClients();
    // Once the server is away, its recording can no longer be loaded from it.
    void this.#options.recordingOf(this.#start.value.preset);
  }

  /** Brings each real client to what its switches say. */
  #applyClients(): void {
    this.#clients.apply(this.settings.value);
  }

  /** Waits until the server sees the clients as they are set; bounded, since it may never. */
  async #serverSeesClients(): Promise<void> {
    await until(
      () => this.#clients.areThere(this.settings.value, this.view.value),
      waitForClientsMs,
    );
  }

  #observed(seen: Observation): void {
    this.#clients.note(seen);
    if (!isKept(seen, this.settings.value)) return;
    const isGuests = seen.what === "received" && seen.from === guestName;
    if (isGuests && !this.#recorder.isRunning) {
      this.#begin({ ...this.settings.value, from: guestName, pageCall: "emit" }, reachBackMs);
    }
    this.#recorder.take(seen);
  }

  #changed(view: SessionView): void {
    const { state: before, unleased: waited } = this.view.value;
    this.view.value = view;
    if (view.ended)
      this.problem.value = { says: endReasons[view.ended], next: "Emit opens a new one." };
    if (view.refusal) this.#failed(view.refusal);
    const isMended = view.state === "live" && (before !== "live" || waited !== undefined);
    if (isMended) this.problem.value = undefined;
    if (view.unleased) this.problem.value = unleasedText(view.unleased);
    if (view.state === "lost" && before === "live") this.#recorder.interrupt();
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

  #failed(failure: Failure): void {
    this.problem.value = failureText(failure, this.#options.failures);
  }
}

const isOpening = (state: LabState): boolean => state === "static" || state === "connecting";

function inputProblem({ event, payload }: Settings): FailureText | undefined {
  const name = readEventName(event);
  if (!name.ok) return name.failure;
  const data = readPayload(payload);
  return data.ok ? undefined : data.failure;
}
