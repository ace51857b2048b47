import { type Signal, signal } from "@preact/signals";
import { BenchLab } from "#lab-kit/bench-lab.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
import type { Subject } from "#lab-kit/subject.ts";
import { until } from "#lab-kit/until.ts";
import { withoutSessionIds } from "#lab-kit/without-session-ids.ts";
import type { wireContract } from "./contract.ts";
import { inputProblem } from "./input-problem.ts";
import { isComplete } from "./is-complete.ts";
import { argumentsOf, closeCode, messageOf, type Settings } from "./model.ts";
import { PlainClient } from "./plain-client.ts";
import type { PresetId } from "./presets.ts";
import { possible, presetOf } from "./settings-link.ts";

/** What the lab is made with. */
export interface WireLabOptions {
  failures: Readonly<Record<string, FailureText>>;
  start: { preset: PresetId; settings: Settings };
  ended(run: Run): void;
  /** The recording of a preset, for when the server is away; none when it cannot be loaded. */
  recordingOf(preset: PresetId): Promise<Recording | undefined>;
  /** Where the host is, and of which build the page; the page's own by default. */
  url?: string;
  build?: string;
}

/** A place in the run that is shown: a message, and a byte of it or a field. */
export interface Chosen {
  /** Which message, counted from 0; the one that the run is about by default. */
  message?: number;
  at?: number;
  field?: string;
}

const waitForConnectionMs = 4000;
const waitForBenchMs = 4000;

/** What the reader is told when Ann's connection did not come up. */
const awayTexts: Readonly<Record<Settings["carries"], FailureText>> = {
  "socket.io": {
    says: "Ann’s connection did not come up.",
    next: "Send again; if it stays so, something between you and the server stops it.",
  },
  plain: {
    says: "The WebSocket did not open: something between you and the server stops it.",
    next: "Choose Socket.IO, which can do with HTTP.",
  },
};

/** The wire lab without its looks: settings, prediction, bench, the run and what of it is chosen. */
export class WireLab {
  readonly settings = signal<Settings>({} as Settings);
  /** How many bytes the reader says that it takes, as typed. */
  readonly said = signal("");
  /** What had been said when the run that is shown began. */
  readonly saidBefore = signal("");
  readonly chosen = signal<Chosen>({});
  /** A run is being made, from the button on. */
  readonly isSending = signal(false);
  readonly bench: BenchLab<typeof wireContract, Settings>;
  readonly #options: WireLabOptions;
  readonly #plain = new PlainClient();
  readonly #start: Signal<WireLabOptions["start"]>;
  /** Transport that Ann's client was opened with. */
  #transport: Settings["transport"];

  constructor(options: WireLabOptions) {
    const { start, url, build, failures } = options;
    this.#options = options;
    this.#start = signal(start);
    this.settings.value = start.settings;
    this.#transport = start.settings.transport;
    this.bench = new BenchLab<typeof wireContract, Settings>({
      lab: "wire",
      instance: start.preset,
      subjects: ["Ann"],
      client: () => ({
        autoConnect: false,
        ...(this.#transport === "polling" && { transports: ["polling"] }),
      }),
      failures,
      isComplete,
      presetOf,
      recorded: withoutSessionIds,
      ended: (run) => this.#ended(run),
      ready: () => this.#ready(),
      ...(url !== undefined && { url }),
      ...(build !== undefined && { build }),
    });
  }

  open(): void {
    this.bench.open();
  }

  close(): void {
    this.#plain.close();
    this.bench.close();
  }

  /** The preset that the reader started from. */
  get startPreset(): PresetId {
    return this.#start.value.preset;
  }

  change(change: Partial<Settings>): void {
    this.settings.value = possible({ ...this.settings.value, ...change });
    this.bench.problem.value = undefined;
    if (this.bench.run.value) this.said.value = "";
  }

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: WireLabOptions["start"]): void {
    this.#start.value = start;
    this.reset();
  }

  /** Back to where the reader started; the bench stays. */
  reset(): void {
    this.settings.value = this.#start.value.settings;
    this.said.value = "";
    this.chosen.value = {};
    this.bench.problem.value = undefined;
    this.bench.recorder.clear();
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async send(): Promise<void> {
    if (this.isSending.value) return;
    this.isSending.value = true;
    try {
      await this.#run(this.settings.value);
    } finally {
      this.isSending.value = false;
    }
  }

  async #run(settings: Settings): Promise<void> {
    this.bench.problem.value = inputProblem(settings);
    if (this.bench.problem.value) return;
    if (!(await this.#isLive())) return this.#playRecording();
    if (settings.fromStart) await this.#hangUp();
    else if (!(await this.#connect(settings))) return this.#tellAway(settings);
    if (!(await this.#listen(settings))) return;
    this.#begin(settings);
    if (settings.fromStart && !(await this.#connect(settings))) return this.#tellAway(settings);
    await this.#speak(settings);
  }

  /** Shows a recording: one that the reader opened, or one that the lab brought. */
  show(recording: Recording): void {
    this.bench.problem.value = undefined;
    this.settings.value = recording.settings as Settings;
    this.saidBefore.value = this.said.value;
    this.bench.recorder.show(recording);
  }

  /** Lights a place: of the run that is shown, or of the preset's recording, which a link opens. */
  async showPlace(chosen: Chosen): Promise<void> {
    const recording = await this.#options.recordingOf(this.#start.value.preset);
    if (recording && !this.bench.run.value) this.show(recording);
    this.chosen.value = chosen;
  }

  /** The run that is shown, as a file. */
  recording(): Recording | undefined {
    return this.bench.recorder.recording();
  }

  get #ann(): Subject | undefined {
    return this.bench.session.subjects.get("Ann");
  }

  #ready(): void {
    void this.#connect(this.settings.value);
    // Once the server is away, its recording can no longer be loaded from it.
    void this.#options.recordingOf(this.#start.value.preset);
  }

  /** Whether the bench is open now; opens it, or waits for it, when it is not lost. */
  async #isLive(): Promise<boolean> {
    this.open();
    const { view } = this.bench;
    await until(() => !["static", "connecting"].includes(view.value.state), waitForBenchMs);
    return view.value.state === "live";
  }

  /** Brings up the connection that the settings ask for, and only that. */
  async #connect({ carries, transport }: Settings): Promise<boolean> {
    if (carries === "plain") {
      this.#ann?.socket.disconnect();
      const url = this.bench.session.routeUrl("Ann", "socket");
      return url !== undefined && (await this.#plain.open(url));
    }
    await this.#plain.hangUp();
    if (transport !== this.#transport) {
      this.#transport = transport;
      this.bench.session.renewSubjects();
    }
    this.#ann?.socket.connect();
    await until(() => this.#isAnnThere(), waitForConnectionMs);
    return this.#isAnnThere();
  }

  #isAnnThere(): boolean {
    return this.#ann?.socket.connected === true && this.bench.view.value.seen.has("Ann");
  }

  /** Ends both connections, and waits until the server has seen it. */
  async #hangUp(): Promise<void> {
    this.#ann?.socket.disconnect();
    await this.#plain.hangUp();
    await until(() => !this.bench.view.value.seen.has("Ann"), waitForConnectionMs);
  }

  async #listen({ carries, text, extra, bytes }: Settings): Promise<boolean> {
    const isBytes = extra === "bytes";
    const plan = { carries, text, extra, bytes: isBytes ? bytes : "00" };
    const answer = await this.bench.session.command("listen", plan);
    if (!answer.ok) this.bench.failed(answer.failure);
    return answer.ok;
  }

  #begin(settings: Settings): void {
    this.saidBefore.value = this.said.value;
    this.chosen.value = {};
    this.bench.recorder.begin(settings);
  }

  async #speak(settings: Settings): Promise<void> {
    const answer = settings.speaker === "Ann" ? undefined : this.bench.session.command("speak", {});
    if (settings.speaker !== "server") this.#say(settings);
    const told = await answer;
    if (told && !told.ok) this.bench.failed(told.failure);
  }

  #say(settings: Settings): void {
    if (settings.carries === "socket.io") this.#emit(settings);
    else if (settings.call === "close") this.#plain.close(closeCode, settings.text);
    else this.#plain.send(messageOf(settings));
  }

  #emit(settings: Settings): void {
    const { text, call } = settings;
    const args = argumentsOf(settings);
    this.#ann?.call(text, ({ answered }) => {
      if (call === "ask") this.#ann?.socket.emit(text, ...args, answered);
      else this.#ann?.socket.emit(text, ...args);
    });
  }

  #ended(run: Run): void {
    this.#options.ended(run);
    if (this.bench.view.value.state === "live") void this.bench.session.command("rest", {});
  }

  /** The server is away: the preset's recording stands in, and says so. */
  async #playRecording(): Promise<void> {
    const preset = presetOf(this.settings.value);
    const recording = preset && (await this.#options.recordingOf(preset));
    if (recording) return this.show(recording);
    this.#fail({
      says: "The server is away, and only the preset was recorded.",
      next: "Press Reset to see it, or wait: the page tries again by itself.",
    });
  }

  /** Who waits for a lease has been told already. */
  #tellAway({ carries }: Settings): void {
    if (this.bench.view.value.unleased) this.bench.recorder.end("stuck");
    else this.#fail(awayTexts[carries]);
  }

  #fail(text: FailureText): void {
    this.bench.recorder.end("stuck");
    this.bench.problem.value = text;
  }
}
